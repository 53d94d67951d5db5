#include "CKernels/floats.h"
#include "vector_64.h"

// A run is looked at for its largest magnitude, which is cheap; only where that is not finite is it counted.
#define RUN_BYTES 4096

#define FLOAT_SURVEY(bits)                                                                                        \
    INLINE uint##bits##_t magnitude_##bits(const uint8_t *at, size_t index, const float_layout *layout) {         \
        uint##bits##_t value;                                                                                     \
        memcpy(&value, at + index * sizeof value, sizeof value);                                                  \
        return (value ^ (uint##bits##_t)layout->flip) & (uint##bits##_t)layout->mask;                             \
    }                                                                                                             \
    INLINE void survey_run_##bits(const uint8_t *at, size_t count, const float_layout *layout,                \
                                      float_survey *result) {                                                     \
        uint##bits##_t largest = 0;                                                                               \
        for (size_t index = 0; index < count; index++) {                                                          \
            uint##bits##_t value = magnitude_##bits(at, index, layout);                                           \
            largest = value > largest ? value : largest;                                                          \
        }                                                                                                         \
        if (__builtin_expect(largest <= layout->largest_finite, 1)) return;                                       \
        for (size_t index = 0; index < count; index++) {                                                          \
            uint##bits##_t value = magnitude_##bits(at, index, layout);                                           \
            bool is_finite = value <= layout->largest_finite;                                                     \
            bool is_infinite = !is_finite && value == layout->infinity;                                           \
            result->infinities += is_infinite;                                                                    \
            result->nans += !is_finite && !is_infinite;                                                           \
        }                                                                                                         \
    }                                                                                                             \
    INLINE void survey_##bits(const uint8_t *bytes, size_t count, const float_layout *layout,                     \
                              float_survey *result) {                                                             \
        const size_t most = RUN_BYTES * 8 / bits;                                                             \
        for (size_t start = 0; start < count; start += most) {                                                    \
            size_t some = count - start < most ? count - start : most;                                            \
            survey_run_##bits(bytes + start * (bits / 8), some, layout, result);                              \
        }                                                                                                         \
    }

FLOAT_SURVEY(8)
FLOAT_SURVEY(16)
FLOAT_SURVEY(32)
FLOAT_SURVEY(64)

INLINE void survey_numbers(const uint8_t *bytes, size_t count, const float_layout *layout, float_survey *result) {
    switch (layout->width) {
    case 1: return survey_8(bytes, count, layout, result);
    case 2: return survey_16(bytes, count, layout, result);
    case 4: return survey_32(bytes, count, layout, result);
    case 8: return survey_64(bytes, count, layout, result);
    default: return;
    }
}

BY_WIDTH(
    void, float_survey_add, survey_numbers,
    (const uint8_t *bytes, size_t count, const float_layout *layout, float_survey *result),
    (bytes, count, layout, result))
