#ifndef FOLLOWUP_CODE_TEXTS_H
#define FOLLOWUP_CODE_TEXTS_H

#include <stddef.h>

// What the codes of one target mean: its file Codes.md.
typedef struct {
    // The target's name.
    const char *target;
    const unsigned char *bytes;
    size_t count;
} code_texts;

// The file at a place from 0; its target is NULL after the last one.
code_texts code_texts_at(size_t place);

#endif
