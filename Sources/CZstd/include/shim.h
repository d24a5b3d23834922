// libzstd.
#ifndef MIRRORCTL_CZSTD_H
#define MIRRORCTL_CZSTD_H
#include <zstd.h>
#include <zstd_errors.h>
#endif
