// zlib, without what Swift cannot call: the init functions are macros.
#ifndef MIRRORCTL_CZLIB_H
#define MIRRORCTL_CZLIB_H

#include <zlib.h>

/// gzip, header and trailer included; `level` 1 to 9.
int mz_deflate_begin(z_stream *stream, int level);
/// gzip or zlib, told by the header.
int mz_inflate_begin(z_stream *stream);

#endif
