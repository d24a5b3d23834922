#define _GNU_SOURCE
#include "shim.h"

#include <fcntl.h>

int mir_file_reserve(int descriptor, off_t place, off_t length) {
    return fallocate(descriptor, FALLOC_FL_KEEP_SIZE, place, length);
}
