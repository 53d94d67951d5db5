// Finds a byte in 64 bytes, and asks for memory ahead. Both are inlined into Swift: the compiler makes SSE2 or NEON of
// them, and the caller guarantees that the whole block can be read.
#ifndef CKERNELS_SEARCH_H
#define CKERNELS_SEARCH_H

#include <stdint.h>
#include <string.h>

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

/// Asks for the line at `address` before it is used.
static inline __attribute__((always_inline)) void byte_prefetch(const void *address) {
    __builtin_prefetch(address, 0, 3);
}

#endif
