// Finds where a plain run inside a JSON string ends, and undoes escapes.
#ifndef CKERNELS_JSON_H
#define CKERNELS_JSON_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef uint8_t byte_block_16 __attribute__((ext_vector_type(16)));
typedef _Bool byte_flags_16 __attribute__((ext_vector_type(16)));

/// The bytes of a 16-byte block that end a plain run inside a JSON string: quote, backslash, control.
static inline __attribute__((always_inline)) uint16_t byte_mask_json_stop_16(const void *block) {
    byte_block_16 bytes;
    memcpy(&bytes, block, 16);
    byte_flags_16 flags =
        __builtin_convertvector((bytes == 34) | (bytes == 92) | (bytes < 32), byte_flags_16);
    uint16_t mask;
    memcpy(&mask, &flags, 2);
    return mask;
}

/// How many of the `count` bytes at `from` come before the first quote, backslash or control byte.
size_t json_text_length(const uint8_t *from, size_t count);

/// Copies the inside of a JSON string with its escapes undone to `to`, which has room for `count` bytes, and adds
/// the bytes written to `*written`. Returns where it stops: at a quote, a control byte, half of a surrogate pair, an
/// escape there is none of, or `count`.
size_t json_text_unescape(const uint8_t *from, size_t count, uint8_t *to, size_t *written);

#endif
