#include "CCodeTexts.h"

// The files Codes.md, byte by byte, as CShippedTexts has those of Localization.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char yaml[] = {
#embed "../LocatedYAML/Codes.md"
};
static const unsigned char languages[] = {
#embed "../Localization/Codes.md"
};
static const unsigned char modules[] = {
#embed "../ForumKit/Codes.md"
};
static const unsigned char workspace[] = {
#embed "../ForumWorkspace/Codes.md"
};

static const code_texts files[] = {
    {"LocatedYAML", yaml, sizeof yaml},       {"Localization", languages, sizeof languages},
    {"ForumKit", modules, sizeof modules},    {"ForumWorkspace", workspace, sizeof workspace},
    {0, 0, 0},
};

code_texts code_texts_at(size_t place) {
    size_t last = sizeof files / sizeof files[0] - 1;
    return files[place < last ? place : last];
}
