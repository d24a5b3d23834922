#include "CTexts.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

#define QUOTED2(name) #name
#define QUOTED(name) QUOTED2(name)
#define PATH(path) QUOTED(path)
#define NAME2(language) language##_texts
#define NAME(language) NAME2(language)

#define PART "language.inc"
#include "languages.inc"
#undef PART

static const struct {
    const char *name;
    const char *const *texts;
    size_t count;
} languages[] = {
#define PART "row.inc"
#include "languages.inc"
#undef PART
};

static const size_t count = sizeof languages / sizeof *languages;

const char *mir_language(size_t number) { return number < count ? languages[number].name : NULL; }

const char *mir_text(size_t language, size_t source) {
    return language < count && source < languages[language].count ? languages[language].texts[source] : NULL;
}
