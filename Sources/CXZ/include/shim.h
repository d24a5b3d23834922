// liblzma, without what Swift cannot call: its initialisers are macros.
#ifndef MIRRORCTL_CXZ_H
#define MIRRORCTL_CXZ_H

#include <stddef.h>
#include <stdint.h>

/// Of the library that was loaded.
const char *mx_version(void);

enum mx_status { MX_MORE, MX_END, MX_SEEK, MX_CORRUPT, MX_MEMORY };

typedef struct mx_decoder mx_decoder;

/// Whole .xz streams, one after another. NULL without memory.
mx_decoder *mx_stream_new(uint64_t memory_limit);
/// One block of a stream: the bytes from `header` on are at least the block's header, `(header[0] + 1) * 4` bytes.
/// `check` is the stream's, `unpadded_size` the index's. NULL sets `status` to MX_CORRUPT or MX_MEMORY, and `memory`.
mx_decoder *mx_block_new(
    const uint8_t *header, size_t length, uint32_t check, uint64_t unpadded_size, uint64_t memory_limit,
    enum mx_status *status, uint64_t *memory);
void mx_decoder_free(mx_decoder *decoder);
/// Bytes that it takes, or would take after MX_MEMORY.
uint64_t mx_decoder_memory(const mx_decoder *decoder);
/// MX_MORE, MX_END, MX_CORRUPT or MX_MEMORY. `last`: no input will follow.
enum mx_status mx_decode(
    mx_decoder *decoder, const uint8_t *input, size_t length, size_t *used, uint8_t *output, size_t room, size_t *made,
    int last);

typedef struct mx_index mx_index;

typedef struct {
    uint64_t offset, size, unpadded_size;
    uint64_t plain_offset, plain_size;
    uint32_t check;
} mx_block;

/// Reads where the blocks of a file are. NULL without memory.
mx_index *mx_index_new(uint64_t file_size, uint64_t memory_limit);
void mx_index_free(mx_index *index);
/// Takes bytes from where `seek` said last (0 at first). MX_MORE: the next ones; MX_SEEK: those at `*seek`; MX_END: done.
enum mx_status mx_index_step(mx_index *index, const uint8_t *input, size_t length, uint64_t *seek);
/// After MX_END: the next block, 0 after the last.
int mx_index_next(mx_index *index, mx_block *block);

#endif
