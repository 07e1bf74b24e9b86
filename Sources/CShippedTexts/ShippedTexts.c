#include "CShippedTexts.h"

// The files of Sources/Localization/Texts, byte by byte. Clang reads them in a tenth of a second, where a Swift array of
// the same bytes takes it half a minute for each file.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char en[] = {
#embed "../Localization/Texts/messages.pot"
};
static const unsigned char es[] = {
#embed "../Localization/Texts/es.po"
};
static const unsigned char pt[] = {
#embed "../Localization/Texts/pt.po"
};
static const unsigned char fr[] = {
#embed "../Localization/Texts/fr.po"
};

static const shipped_texts files[] = {
    {"en", en, sizeof en}, {"es", es, sizeof es}, {"pt", pt, sizeof pt}, {"fr", fr, sizeof fr}, {0, 0, 0},
};

shipped_texts shipped_texts_at(size_t place) {
    size_t last = sizeof files / sizeof files[0] - 1;
    return files[place < last ? place : last];
}
