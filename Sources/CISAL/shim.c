#include "shim.h"

#include <isa-l/igzip_lib.h>
#include <stdlib.h>
#include <string.h>

// Levels 0 to 2 give the same bytes from SSE4 to AVX-512; level 3 does not.
enum { LEVEL = 2 };

struct mi_encoder {
    struct isal_zstream stream;
    uint8_t tables[ISAL_DEF_LVL2_DEFAULT];
};

mi_encoder *mi_encoder_new(void) {
    mi_encoder *encoder = NULL;
    if (posix_memalign((void **)&encoder, 64, sizeof *encoder) != 0) return NULL;
    // isal_deflate_stateless_init leaves some fields as they are: the size of the window among them.
    memset(encoder, 0, sizeof *encoder);
    return encoder;
}

void mi_encoder_free(mi_encoder *encoder) { free(encoder); }

// Stored, in blocks of at most 64 KiB with five bytes each, between a header and a trailer.
size_t mi_bound(size_t length) { return length + (length / 32768 + 1) * 5 + 64; }

size_t mi_gzip(mi_encoder *encoder, const uint8_t *plain, size_t length, uint8_t *target, size_t room) {
    // Its own lengths have 32 bits.
    if (length > UINT32_MAX || room > UINT32_MAX) return 0;
    struct isal_zstream *stream = &encoder->stream;
    isal_deflate_stateless_init(stream);
    stream->hist_bits = 0;
    stream->level = LEVEL;
    stream->level_buf = encoder->tables;
    stream->level_buf_size = sizeof encoder->tables;
    stream->gzip_flag = IGZIP_GZIP;
    stream->end_of_stream = 1;
    stream->next_in = (uint8_t *)plain;
    stream->avail_in = (uint32_t)length;
    stream->next_out = target;
    stream->avail_out = (uint32_t)room;
    return isal_deflate_stateless(stream) == COMP_OK ? stream->total_out : 0;
}
