// Counts what a run of text holds: quotes, line feeds, zeros, and whether it is UTF-8.
#ifndef CKERNELS_SURVEY_H
#define CKERNELS_SURVEY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// What a run of text holds.
typedef struct {
    /// Bytes that equal `"`.
    size_t quotes;
    /// Line feeds.
    size_t line_ends;
    /// True when a byte is zero.
    bool has_nul;
    /// True when a byte is wrong where it is in UTF-8. A character cut off by `end` is no defect.
    bool has_utf8_defect;
} byte_survey;

/// Adds what `bytes[start..<end]` holds to `result`. Looks back at up to three bytes before `start`, and
/// reads nothing at or after `end`.
void byte_survey_add(const uint8_t *bytes, size_t start, size_t end, byte_survey *result);

#endif
