// libdeflate, which compresses a layer.
#ifndef MIRRORCTL_CDEFLATE_H
#define MIRRORCTL_CDEFLATE_H
#include <libdeflate.h>
#endif
