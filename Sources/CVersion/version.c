#include "version.h"

#ifndef MIRRORCTL_COMMIT
#define MIRRORCTL_COMMIT ""
#endif

const char *mv_commit(void) { return MIRRORCTL_COMMIT; }
