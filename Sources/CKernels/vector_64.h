// 64-byte vectors for the C files beside this one. Everything is inlined, so that each function that uses it is
// compiled for its own instruction set: AVX-512 or AVX2 where the machine has them, else SSE2 or NEON.
#ifndef VECTOR_64_H
#define VECTOR_64_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

// Nothing of the helpers below is passed by any calling convention.
#pragma clang diagnostic ignored "-Wpsabi"

#define INLINE static inline __attribute__((always_inline))
#define FOR_AVX512 __attribute__((target("avx512f,avx512bw,avx512vl,popcnt,bmi,bmi2")))
#define FOR_AVX2 __attribute__((target("avx2,popcnt,bmi,bmi2")))
enum { BLOCK = 64 };

#if defined(__x86_64__)
/// How wide the widest instructions are that may be used: 512, 256 or 128 bits.
extern _Atomic int kernels_width;

INLINE int width_allowed(void) { return atomic_load_explicit(&kernels_width, memory_order_relaxed); }

INLINE bool has_avx512(void) {
    return width_allowed() >= 512 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw")
        && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("popcnt") && __builtin_cpu_supports("bmi")
        && __builtin_cpu_supports("bmi2");
}

INLINE bool has_avx2(void) {
    return width_allowed() >= 256 && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("popcnt")
        && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2");
}
#endif

typedef uint8_t bytes_64 __attribute__((ext_vector_type(64)));
typedef char flags_64 __attribute__((ext_vector_type(64)));
typedef _Bool bits_64 __attribute__((ext_vector_type(64)));

INLINE bytes_64 load(const uint8_t *at) {
    bytes_64 bytes;
    memcpy(&bytes, at, BLOCK);
    return bytes;
}

/// Bit i says whether flag i is up.
INLINE uint64_t bits(flags_64 flags) {
    bits_64 packed = __builtin_convertvector(flags, bits_64);
    uint64_t result;
    memcpy(&result, &packed, sizeof result);
    return result;
}

/// The lowest `count` bits, at most 64.
INLINE uint64_t lowest(size_t count) { return count < BLOCK ? (1ull << count) - 1 : ~0ull; }

/// Defines the function `name`, which does what the inlined `work` does, by the widest instructions the machine has.
#if defined(__x86_64__)
#define BY_WIDTH(type, name, work, parameters, arguments)                       \
    FOR_AVX512 static type work##_512 parameters { return work arguments; }     \
    FOR_AVX2 static type work##_256 parameters { return work arguments; }       \
    type name parameters {                                                      \
        if (has_avx512()) return work##_512 arguments;                          \
        if (has_avx2()) return work##_256 arguments;                            \
        return work arguments;                                                  \
    }
#else
#define BY_WIDTH(type, name, work, parameters, arguments) \
    type name parameters { return work arguments; }
#endif

#endif
