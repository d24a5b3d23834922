#include "CTexts.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

#define QUOTED(path) #path
#define PATH(path) QUOTED(path)
#define NAME2(language) language##_texts
#define NAME(language) NAME2(language)

// ADD A LANGUAGE HERE: its folder in Sources/Texts, and its line in `languages`.
#define LANGUAGE en
#include "language.inc"
#define LANGUAGE ja
#include "language.inc"

static const struct {
    const char *name;
    const char *const *texts;
    size_t count;
} languages[] = {
    {"en", en_texts, sizeof en_texts / sizeof *en_texts},
    {"ja", ja_texts, sizeof ja_texts / sizeof *ja_texts},
};

static const size_t count = sizeof languages / sizeof *languages;

const char *mir_language(size_t number) { return number < count ? languages[number].name : NULL; }

const char *mir_text(size_t language, size_t source) {
    return language < count && source < languages[language].count ? languages[language].texts[source] : NULL;
}
