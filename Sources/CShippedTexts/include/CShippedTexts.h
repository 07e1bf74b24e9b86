#ifndef FOLLOWUP_SHIPPED_TEXTS_H
#define FOLLOWUP_SHIPPED_TEXTS_H

#include <stddef.h>

// One file that is compiled into the program.
typedef struct {
    // The language's tag, such as "es"; that of the template is "en".
    const char *language;
    const unsigned char *bytes;
    size_t count;
} shipped_texts;

// The file at a place from 0; its bytes are NULL after the last one.
shipped_texts shipped_texts_at(size_t place);

#endif
