#ifndef MIRRORCTL_CCURL_H
#define MIRRORCTL_CCURL_H
#include <stddef.h>
#endif
