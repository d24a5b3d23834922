#pragma once
#include <sys/types.h>
#include <sys/xattr.h>

/// Sets blocks aside for so many bytes at a place of an open file, whose size stays; -1 and errno when there is no room.
int mir_file_reserve(int descriptor, off_t place, off_t length);
