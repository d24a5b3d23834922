// Which commit the program was built from.
#ifndef MIRRORCTL_CVERSION_H
#define MIRRORCTL_CVERSION_H

/// Hexadecimal digits; empty where the build was not told.
const char *mv_commit(void);

#endif
