// The C library's allocator, which Swift cannot reach.
#ifndef MIRRORCTL_CMEMORY_H
#define MIRRORCTL_CMEMORY_H

/// Pages and pieces of a MiB and more go back to the system as soon as they are freed, in this process from now on.
void mm_return_large_blocks(void);

#endif
