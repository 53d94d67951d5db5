// Looks at many bytes at once. The two masks at the top are inlined into Swift: bit i says whether byte i of the block
// belongs to the class; the compiler makes SSE2 or NEON of them, and the caller guarantees that the whole block can be
// read. The functions below them use AVX-512 or AVX2 where the machine has them and read nothing behind the end they are
// given; they know what a quote, a line feed and a JSON escape are, how two patterns cut text into pieces, and how pairs of tokens
// join; nothing of records, families or files.
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

/// How a floating-point number is laid out, as far as it matters for telling what is not finite. Its magnitude is
/// `(value ^ flip) & mask`.
typedef struct {
    /// Its size: 1, 2, 4 or 8 bytes, little-endian.
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

/// Asks for the line at `address` before it is used.
static inline __attribute__((always_inline)) void byte_prefetch(const void *address) {
    __builtin_prefetch(address, 0, 3);
}

/// What cuts a text into pieces before its bytes are joined to tokens.
typedef struct {
    /// For each code point up to 0x10FFFF, in the low three bits: 0 other, 1 letter, 2 number, 3 space, 4 line end.
    const uint8_t *classes;
    /// For each byte that leads a longer character: the class all its characters share, or 0xFF.
    const uint8_t *leads;
    /// How many digits make a piece: 3 or 1.
    uint32_t digits_per_group;
    /// True when every group of ASCII digits is a token.
    bool groups_are_tokens;
} text_piece_rules;

/// A piece of a text: where it begins, and its bytes.
typedef struct {
    uint32_t start, length;
} text_piece;

/// Cuts `bytes[*at..<end]`, in UTF-8 and shorter than 4 GiB, into pieces as the pattern of Llama 3 and Qwen 2 does; `*at`
/// begins a piece, or the text. Writes at most `room` pieces (at least 64) and leaves `*at` behind the last; returns how many.
/// With `sure`, pieces that are certainly one token (single ASCII characters, groups of digits) are only added up in `*sure`.
size_t text_pieces_find(
    const uint8_t *bytes, size_t *at, size_t end, const text_piece_rules *rules, text_piece *pieces, size_t room,
    size_t *sure);

/// What cuts a text into units between which no piece of a vocabulary joins characters.
typedef struct {
    /// For each code point up to 0x10FFFF: the number of the character among the pieces, from 1 on, or 0.
    const uint16_t *numbers;
    /// A bit, `text_unit_join_bit`, for each two characters that stand side by side in a piece.
    const uint64_t *joins;
    /// True when no piece joins a digit or a control from HT to FF with anything, ASCII letters with other ASCII, or a
    /// space with what stands before it, and every ASCII character is one token by itself.
    bool ascii_is_plain;
} text_unit_rules;

/// How many bits `text_unit_join_bit` tells apart.
enum { TEXT_UNIT_JOIN_BITS = 1 << 20 };

/// The bit of two character numbers; different pairs may share one.
static inline __attribute__((always_inline)) size_t text_unit_join_bit(uint32_t left, uint32_t right) {
    return (size_t)((left * 0x9E3779B1u + right * 0x85EBCA77u) >> 12);
}

/// Cuts `bytes[*at..<end]`, in UTF-8 and shorter than 4 GiB, into units; `*at` begins one. Writes at most `room` units (at
/// least 64) and leaves `*at` behind the last; returns how many. With `sure`, units of one character are only added up in
/// `*sure`: 1 for a piece, else the character's bytes.
size_t text_units_find(
    const uint8_t *bytes, size_t *at, size_t end, const text_unit_rules *rules, text_piece *units, size_t room,
    size_t *sure);

/// Up to 15 bytes of text, the first lowest, zeros behind; in the last byte of `high` the length, in its upper half, and how many
/// tokens they are, in its lower. All zero when free.
typedef struct {
    uint64_t low, high;
} text_slot;

/// Looks up `count` pieces (at most 256) of `bytes[..<end]` in `slots`, a table of 2^(64 - shift) slots, and adds the tokens of those
/// found to `*tokens`. The keys of pieces not found in the first slot they may stand in go to `missed`, pieces longer than 15
/// bytes to `long_pieces` (`*long_count` of them); each has room for `count`. Returns how many were missed.
size_t text_slots_look(
    const uint8_t *bytes, size_t end, const text_piece *pieces, size_t count, const text_slot *slots, unsigned shift,
    size_t *tokens, text_slot *missed, text_piece *long_pieces, size_t *long_count);

/// Pairs of tokens that join: buckets of eight entries `left << 46 | right << 28 | rank`, all ones when free, and what each pair
/// becomes. Tokens lie below 2^18 - 1 (the pair of that number and itself is a free entry), ranks below 2^28 - 1.
typedef struct {
    uint64_t *entries;
    uint32_t *results;
    /// The number of buckets, a power of two, less one.
    uint64_t bucket_mask;
    /// True when each pair becomes the token of its rank.
    bool results_are_ranks;
} token_pairs;

/// The most tokens `token_pairs_join` takes.
enum { TOKEN_PAIRS_LONGEST_ROW = 64 };

/// Joins `count` tokens (1 to 64): the adjacent pair of lowest rank first, the leftmost of equals, until no pair joins.
/// Returns how many are left, in front.
size_t token_pairs_join(const token_pairs *pairs, uint32_t *ids, size_t count);

/// The rank of a pair, all ones when it does not join.
uint32_t token_pairs_rank(const token_pairs *pairs, uint32_t left, uint32_t right);

/// What a pair that joins becomes.
uint32_t token_pairs_result(const token_pairs *pairs, uint32_t left, uint32_t right);

/// Adds a pair; of equal pairs the first stays.
void token_pairs_insert(
    const token_pairs *pairs, uint32_t left, uint32_t right, uint32_t rank, uint32_t result);

/// Uses instructions of at most so many bits from now on, for tests: 512, 256 or 128.
void byte_masks_limit_width(int bits);

#endif
