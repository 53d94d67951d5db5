// Looks at many bytes at once. The two masks at the top are inlined into Swift: bit i says whether byte i of the block
// belongs to the class; the compiler makes SSE2 or NEON of them, and the caller guarantees that the whole block can be
// read. The functions below them use AVX-512 or AVX2 where the machine has them and read nothing behind the end they are
// given; they know what a quote, a line feed and a JSON escape are, and nothing of records.
#ifndef BYTE_MASKS_H
#define BYTE_MASKS_H

#include <stdbool.h>
#include <stddef.h>
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

/// What a run of text holds.
typedef struct {
    /// Bytes that equal `"`.
    size_t quotes;
    /// Line feeds.
    size_t line_ends;
    /// True when a byte is zero.
    bool has_nul;
    /// True when a byte cannot stand where it stands in UTF-8. A character cut off by `end` is no fault.
    bool has_utf8_fault;
} byte_survey;

/// Adds what stands in `bytes[start..<end]` to `result`. Looks back at up to three bytes before `start`, and
/// reads nothing at or behind `end`.
void byte_survey_add(const uint8_t *bytes, size_t start, size_t end, byte_survey *result);

/// How far a search for field ends has come: zero but for `after_end`, which is 1 where a field begins.
typedef struct {
    /// All ones inside quotes, else zero.
    uint64_t inside;
    /// 1 when the byte before was an end or a quote; when it was a closing quote; when it was a CR behind one.
    uint64_t after_end, after_close, after_cr;
} field_end_state;

/// Writes the offsets of the delimiters and line feeds outside quotes in `bytes[start..<end]` to `ends`, which
/// has room for `end - start` and eight more. Stops before the 64 bytes in which a quote stands elsewhere than around a field or
/// doubled inside one. Returns how many offsets were written; `*reached` is where the search stopped.
size_t field_ends_find(
    const uint8_t *bytes, size_t start, size_t end, uint8_t delimiter, field_end_state *state, uint32_t *ends,
    size_t *reached);

/// How many of the `count` bytes at `from` stand before the first quote, backslash or control byte.
size_t json_text_length(const uint8_t *from, size_t count);

/// Copies the inside of a JSON string with its escapes undone to `to`, which has room for `count` bytes, and adds
/// the bytes written to `*written`. Returns where it stops: at a quote, a control byte, half of a surrogate pair, an
/// escape there is none of, or `count`.
size_t json_text_unescape(const uint8_t *from, size_t count, uint8_t *to, size_t *written);

/// Copies `count` bytes to `to`, which has room for them, but of every pair of `byte` only one; where the bytes begin,
/// pairs begin. Returns how many it wrote.
size_t pairs_copy_single(const uint8_t *from, size_t count, uint8_t byte, uint8_t *to);

/// Uses instructions of at most so many bits from now on, for tests: 512, 256 or 128.
void byte_masks_limit_width(int bits);

#endif
