// Little to call: whoever is linked with this target finds libcurl's and OpenSSL's functions in it.
#ifndef MIRRORCTL_CLAZY_H
#define MIRRORCTL_CLAZY_H

/// Told, once or more, that a library or one of its functions is not there; it had better not return. What was called then
/// does nothing and says 0 or NULL.
void ml_when_missing(void (*handler)(const char *error));

void *ml_find(const char *library, const char *name);

#endif
