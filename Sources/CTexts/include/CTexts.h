#ifndef MIRRORCTL_CTEXTS_H
#define MIRRORCTL_CTEXTS_H

#include <stddef.h>

/// The languages' names, by number; NULL past the last one.
const char *mir_language(size_t number);

/// A language's sources, TOML that ends with a NUL; NULL past the last one.
const char *mir_text(size_t language, size_t source);

#endif
