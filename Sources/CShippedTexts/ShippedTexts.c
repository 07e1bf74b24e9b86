#include "CShippedTexts.h"

// The files of texts of the program and of its modules, byte by byte. Clang reads them in a tenth of a second, where a
// Swift array of the same bytes takes it half a minute for each file. A new module adds its three lines and a row below.
#pragma clang diagnostic ignored "-Wc23-extensions"

#define QUOTED(path) #path
#define FILE(path) QUOTED(path)
#define JOINED(name, language) name##_##language
#define ARRAY(name, language) JOINED(name, language)

#define NAME program
#define FOLDER ../Localization/Texts
#include "Folder.h"

#define NAME declarative
#define FOLDER ../ForumKit/Texts
#include "Folder.h"

#define NAME declaration
#define FOLDER ../../Plugins/Declaration/Texts
#include "Folder.h"

#define NAME external
#define FOLDER ../../Plugins/External/Texts
#include "Folder.h"

#define NAME norm_incorporation
#define FOLDER ../../Plugins/NormIncorporation/Texts
#include "Folder.h"

#define NAME periodic_review
#define FOLDER ../../Plugins/PeriodicReview/Texts
#include "Folder.h"

#define NAME single_market
#define FOLDER ../../Plugins/SingleMarket/Texts
#include "Folder.h"

#define NAME treaty_body
#define FOLDER ../../Plugins/TreatyBody/Texts
#include "Folder.h"

#define NAME treaty_participation
#define FOLDER ../../Plugins/TreatyParticipation/Texts
#include "Folder.h"

#define NAME work_plan
#define FOLDER ../../Plugins/WorkPlan/Texts
#include "Folder.h"

#define ONE(module, name, language) {module, #language, name##_##language, sizeof name##_##language}
#define ALL(module, name) ONE(module, name, en), ONE(module, name, es), ONE(module, name, pt), ONE(module, name, fr)

static const shipped_texts files[] = {
    ALL("", program),
    ALL("declarative", declarative),
    ALL("declaration", declaration),
    ALL("external", external),
    ALL("norm-incorporation", norm_incorporation),
    ALL("periodic-review", periodic_review),
    ALL("single-market", single_market),
    ALL("treaty-body", treaty_body),
    ALL("treaty-participation", treaty_participation),
    ALL("work-plan", work_plan),
    {0, 0, 0, 0},
};

shipped_texts shipped_texts_at(size_t place) {
    size_t last = sizeof files / sizeof files[0] - 1;
    return files[place < last ? place : last];
}
