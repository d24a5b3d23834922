#ifndef MIRRORCTL_CNCURSES_H
#define MIRRORCTL_CNCURSES_H
#include <stddef.h>
#endif
