// ISA-L, which compresses a layer: its stream is too large for Swift to know.
#ifndef MIRRORCTL_CISAL_H
#define MIRRORCTL_CISAL_H

#include <stddef.h>
#include <stdint.h>

typedef struct mi_encoder mi_encoder;

/// NULL without memory. For one thread at a time.
mi_encoder *mi_encoder_new(void);
void mi_encoder_free(mi_encoder *encoder);
/// Bytes that `length` plain ones can become.
size_t mi_bound(size_t length);
/// One gzip member: its size, 0 when it did not fit into `room`.
size_t mi_gzip(mi_encoder *encoder, const uint8_t *plain, size_t length, uint8_t *target, size_t room);

#endif
