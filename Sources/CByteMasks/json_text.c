#include "byte_masks.h"
#include "vector_64.h"

/// The quotes, backslashes and control bytes in one block.
INLINE uint64_t stops(bytes_64 bytes) { return bits((bytes == '"') | (bytes == '\\') | (bytes < 0x20)); }

/// Goes on to the first stop; with `to`, copies whole blocks on the way.
INLINE size_t run(const uint8_t *from, size_t count, uint8_t *to) {
    size_t done = 0;
    for (; count - done >= BLOCK; done += BLOCK) {
        bytes_64 bytes = load(from + done);
        if (to) memcpy(to + done, &bytes, BLOCK);
        uint64_t found = stops(bytes);
        if (found) return done + (size_t)__builtin_ctzll(found);
    }
    for (; done < count; done++) {
        uint8_t byte = from[done];
        if (byte == '"' || byte == '\\' || byte < 0x20) break;
        if (to) to[done] = byte;
    }
    return done;
}

#if defined(__x86_64__)
FOR_AVX512 static size_t length_512(const uint8_t *from, size_t count) { return run(from, count, 0); }
FOR_AVX512 static size_t copy_512(const uint8_t *from, size_t count, uint8_t *to) { return run(from, count, to); }
FOR_AVX2 static size_t length_256(const uint8_t *from, size_t count) { return run(from, count, 0); }
FOR_AVX2 static size_t copy_256(const uint8_t *from, size_t count, uint8_t *to) { return run(from, count, to); }
#endif

size_t json_text_length(const uint8_t *from, size_t count) {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512bw")) return length_512(from, count);
    if (__builtin_cpu_supports("avx2")) return length_256(from, count);
#endif
    return run(from, count, 0);
}

size_t json_text_copy(const uint8_t *from, size_t count, uint8_t *to) {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512bw")) return copy_512(from, count, to);
    if (__builtin_cpu_supports("avx2")) return copy_256(from, count, to);
#endif
    return run(from, count, to);
}
