// Counts the numbers of a tensor that are not finite.
#ifndef CKERNELS_FLOATS_H
#define CKERNELS_FLOATS_H

#include <stddef.h>
#include <stdint.h>

/// How a floating-point number is laid out, as far as it matters for telling what is not finite. Its magnitude is
/// `(value ^ flip) & mask`.
typedef struct {
    /// Bytes of a number: 1, 2, 4 or 8 bytes, little-endian.
    size_t width;
    uint64_t flip, mask;
    /// The largest magnitude that is finite.
    uint64_t largest_finite;
    /// The magnitude of infinity; 0 when there is none. Other magnitudes that are not finite are NaN.
    uint64_t infinity;
} float_layout;

/// How many numbers are not finite.
typedef struct {
    size_t nans, infinities;
} float_survey;

/// Adds the `count` numbers at `bytes`, which need not be aligned, to `result`.
void float_survey_add(const uint8_t *bytes, size_t count, const float_layout *layout, float_survey *result);

#endif
