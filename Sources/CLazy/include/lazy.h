// Nothing to call: whoever is linked with this target finds libcurl's and OpenSSL's functions in it.
#ifndef MIRRORCTL_CLAZY_H
#define MIRRORCTL_CLAZY_H

void *ml_find(const char *library, const char *name);

#endif
