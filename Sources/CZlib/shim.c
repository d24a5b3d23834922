#include "shim.h"

int mz_deflate_begin(z_stream *stream, int level) {
    return deflateInit2(stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
}

int mz_inflate_begin(z_stream *stream) { return inflateInit2(stream, 15 + 32); }
