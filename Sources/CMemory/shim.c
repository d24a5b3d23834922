#include "shim.h"

#include <malloc.h>

void mm_return_large_blocks(void) {
    // Left to itself, glibc would keep what one thread freed for that thread alone.
    mallopt(M_MMAP_THRESHOLD, 256 << 10);
}
