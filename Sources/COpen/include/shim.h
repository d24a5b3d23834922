#pragma once
#include <fcntl.h>
#include <linux/openat2.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <unistd.h>

/// O_PATH: looks at a file without opening it. <fcntl.h> has it for GNU sources only.
static const int mirror_look = 010000000;

/// openat2(2) with RESOLVE_IN_ROOT: links and `..` count from `root`, and none leads out. -1 and errno, as open.
static inline int mirror_open_in_root(int root, const char *path, int flags) {
    struct open_how how = {.flags = (uint64_t)(uint32_t)flags, .resolve = RESOLVE_IN_ROOT};
    return (int)syscall(SYS_openat2, root, path, &how, sizeof how);
}

/// memfd_create(2): a file in memory alone, that no other program gets by accident. -1 and errno, as open.
static inline int mirror_open_memory(void) { return (int)syscall(SYS_memfd_create, "input", 1U); }
