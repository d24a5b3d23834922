#include "shim.h"

#include <lzma.h>
#include <stdlib.h>

struct mx_decoder {
    lzma_stream stream;
    lzma_filter filters[LZMA_FILTERS_MAX + 1];
    lzma_block block;
    uint64_t memory;
};

static enum mx_status status_of(lzma_ret result) {
    switch (result) {
    case LZMA_OK: return MX_MORE;
    case LZMA_STREAM_END: return MX_END;
    case LZMA_SEEK_NEEDED: return MX_SEEK;
    case LZMA_MEM_ERROR:
    case LZMA_MEMLIMIT_ERROR: return MX_MEMORY;
    default: return MX_CORRUPT;
    }
}

static mx_decoder *new_decoder(void) {
    mx_decoder *decoder = calloc(1, sizeof *decoder);
    if (!decoder) return NULL;
    decoder->stream = (lzma_stream)LZMA_STREAM_INIT;
    for (size_t i = 0; i <= LZMA_FILTERS_MAX; i++) decoder->filters[i].id = LZMA_VLI_UNKNOWN;
    return decoder;
}

mx_decoder *mx_stream_new(uint64_t memory_limit) {
    mx_decoder *decoder = new_decoder();
    if (!decoder) return NULL;
    if (lzma_stream_decoder(&decoder->stream, memory_limit, LZMA_CONCATENATED) == LZMA_OK) return decoder;
    mx_decoder_free(decoder);
    return NULL;
}

mx_decoder *mx_block_new(
    const uint8_t *header, size_t length, uint32_t check, uint64_t unpadded_size, uint64_t memory_limit,
    enum mx_status *status, uint64_t *memory) {
    *status = MX_CORRUPT;
    if (length < 1 || header[0] == 0 || length < ((size_t)header[0] + 1) * 4) return NULL;
    mx_decoder *decoder = new_decoder();
    if (!decoder) {
        *status = MX_MEMORY;
        return NULL;
    }
    decoder->block.version = 1;
    decoder->block.check = (lzma_check)check;
    decoder->block.header_size = lzma_block_header_size_decode(header[0]);
    decoder->block.filters = decoder->filters;
    lzma_ret result = lzma_block_header_decode(&decoder->block, NULL, header);
    if (result == LZMA_OK) result = lzma_block_compressed_size(&decoder->block, unpadded_size);
    if (result == LZMA_OK) {
        decoder->memory = *memory = lzma_raw_decoder_memusage(decoder->filters);
        if (decoder->memory > memory_limit)
            result = LZMA_MEMLIMIT_ERROR;
        else
            result = lzma_block_decoder(&decoder->stream, &decoder->block);
    }
    if (result == LZMA_OK) return decoder;
    *status = status_of(result);
    mx_decoder_free(decoder);
    return NULL;
}

void mx_decoder_free(mx_decoder *decoder) {
    if (!decoder) return;
    lzma_end(&decoder->stream);
    lzma_filters_free(decoder->filters, NULL);
    free(decoder);
}

uint64_t mx_decoder_memory(const mx_decoder *decoder) {
    return decoder->memory ? decoder->memory : lzma_memusage(&decoder->stream);
}

enum mx_status mx_decode(
    mx_decoder *decoder, const uint8_t *input, size_t length, size_t *used, uint8_t *output, size_t room, size_t *made,
    int last) {
    lzma_stream *stream = &decoder->stream;
    stream->next_in = input;
    stream->avail_in = length;
    stream->next_out = output;
    stream->avail_out = room;
    lzma_ret result = lzma_code(stream, last ? LZMA_FINISH : LZMA_RUN);
    *used = length - stream->avail_in;
    *made = room - stream->avail_out;
    // No progress for want of input or room is not an error yet.
    if (result == LZMA_BUF_ERROR) result = LZMA_OK;
    return status_of(result);
}

struct mx_index {
    lzma_stream stream;
    lzma_index *index;
    lzma_index_iter walk;
    int walking;
};

mx_index *mx_index_new(uint64_t file_size, uint64_t memory_limit) {
    mx_index *index = calloc(1, sizeof *index);
    if (!index) return NULL;
    index->stream = (lzma_stream)LZMA_STREAM_INIT;
    if (lzma_file_info_decoder(&index->stream, &index->index, memory_limit, file_size) == LZMA_OK) return index;
    mx_index_free(index);
    return NULL;
}

void mx_index_free(mx_index *index) {
    if (!index) return;
    lzma_end(&index->stream);
    lzma_index_end(index->index, NULL);
    free(index);
}

enum mx_status mx_index_step(mx_index *index, const uint8_t *input, size_t length, uint64_t *seek) {
    index->stream.next_in = input;
    index->stream.avail_in = length;
    lzma_ret result = lzma_code(&index->stream, LZMA_RUN);
    if (result == LZMA_SEEK_NEEDED) *seek = index->stream.seek_pos;
    return status_of(result);
}

int mx_index_next(mx_index *index, mx_block *block) {
    if (!index->walking) {
        lzma_index_iter_init(&index->walk, index->index);
        index->walking = 1;
    }
    if (lzma_index_iter_next(&index->walk, LZMA_INDEX_ITER_BLOCK)) return 0;
    block->offset = index->walk.block.compressed_file_offset;
    block->size = index->walk.block.total_size;
    block->unpadded_size = index->walk.block.unpadded_size;
    block->plain_offset = index->walk.block.uncompressed_file_offset;
    block->plain_size = index->walk.block.uncompressed_size;
    block->check = index->walk.stream.flags ? index->walk.stream.flags->check : 0;
    return 1;
}

const char *mx_version(void) { return lzma_version_string(); }
