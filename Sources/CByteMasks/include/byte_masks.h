// 64-byte and 16-byte class masks: bit i of the result says whether byte i of the block belongs to the class.
// Portable vector code: the compiler turns it into SSE2 on x86-64 and NEON on arm64. Every function reads its
// whole block, so the caller guarantees that many readable bytes.
#ifndef BYTE_MASKS_H
#define BYTE_MASKS_H

#include <stdint.h>
#include <string.h>

typedef uint8_t byte_block_16 __attribute__((ext_vector_type(16)));
typedef _Bool byte_flags_16 __attribute__((ext_vector_type(16)));
typedef uint8_t byte_block_64 __attribute__((ext_vector_type(64)));
typedef _Bool byte_flags_64 __attribute__((ext_vector_type(64)));

/// The bytes of a 64-byte block that equal `byte`.
static inline __attribute__((always_inline)) uint64_t byte_mask_equal_64(const void *block, uint8_t byte) {
    byte_block_64 bytes;
    memcpy(&bytes, block, 64);
    byte_flags_64 flags = __builtin_convertvector(bytes == byte, byte_flags_64);
    uint64_t mask;
    memcpy(&mask, &flags, 8);
    return mask;
}

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

#endif
