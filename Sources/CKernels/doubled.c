#include "CKernels/doubled.h"
#include "vector_64.h"

INLINE size_t copy(const uint8_t *from, size_t count, uint8_t byte, uint8_t *to) {
    const uint8_t *end = from + count;
    uint8_t *target = to;
    while (from < end) {
        uint64_t found;
        size_t size = (size_t)(end - from);
        if (size >= BLOCK) {
            bytes_64 bytes = load(from);
            memcpy(target, &bytes, BLOCK);
            found = bits(bytes == byte);
            size = BLOCK;
        } else {
            uint8_t edge[BLOCK] = {0};
            memcpy(edge, from, size);
            memcpy(target, from, size);
            found = bits(load(edge) == byte) & lowest(size);
        }
        // A branch, so that the next block need not wait for this one's bits.
        if (__builtin_expect(!found, 1)) {
            from += size;
            target += size;
            continue;
        }
        size_t run = (size_t)__builtin_ctzll(found) + 1;
        from += run + 1;
        target += run;
    }
    return (size_t)(target - to);
}

BY_WIDTH(
    size_t, doubled_copy_single, copy, (const uint8_t *from, size_t count, uint8_t byte, uint8_t *to),
    (from, count, byte, to))
