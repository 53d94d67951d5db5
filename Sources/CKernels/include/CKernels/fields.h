// Finds where the fields of CSV end.
#ifndef CKERNELS_FIELDS_H
#define CKERNELS_FIELDS_H

#include <stddef.h>
#include <stdint.h>

/// The state of a search for field ends: zero but for `after_end`, which is 1 where a field begins.
typedef struct {
    /// All ones inside quotes, else zero.
    uint64_t inside;
    /// 1 when the byte before was an end or a quote; when it was a closing quote; when it was a CR after one.
    uint64_t after_end, after_close, after_cr;
} field_end_state;

/// Writes the offsets of the delimiters and line feeds outside quotes in `bytes[start..<end]` to `ends`, which
/// has room for `end - start` and eight more. Stops before the 64 bytes in which a quote is neither around a field nor
/// doubled inside one. Returns how many offsets were written; `*reached` is where the search stopped.
size_t field_ends_find(
    const uint8_t *bytes, size_t start, size_t end, uint8_t delimiter, field_end_state *state, uint32_t *ends,
    size_t *reached);

#endif
