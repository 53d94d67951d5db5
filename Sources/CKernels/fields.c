#include "CKernels/fields.h"
#include "vector_64.h"

/// Bit i says whether an odd number of bits up to and with i is set.
INLINE uint64_t prefix_xor(uint64_t bits) {
    for (int step = 1; step < BLOCK; step *= 2) bits ^= bits << step;
    return bits;
}

/// The ends in one block, of which the bytes `wanted` count; `*irregular` becomes true when a quote is
/// neither around a field nor doubled inside one, and the state then means nothing.
INLINE uint64_t ends_in_block(
    const uint8_t *at, uint64_t wanted, uint8_t delimiter, field_end_state *state, int *irregular) {
    bytes_64 bytes = load(at);
    uint64_t quotes = bits(bytes == '"') & wanted, line_feeds = bits(bytes == '\n') & wanted;
    uint64_t inside = prefix_xor(quotes) ^ state->inside;
    uint64_t ends = ((bits(bytes == delimiter) & wanted) | line_feeds) & ~inside;
    state->inside = (uint64_t)((int64_t)inside >> (BLOCK - 1));
    if (quotes | state->after_close | state->after_cr) {
        uint64_t returns = bits(bytes == '\r') & wanted, closing = quotes & ~inside;
        uint64_t after_end = (ends | quotes) << 1 | state->after_end;
        uint64_t after_close = closing << 1 | state->after_close;
        uint64_t after_cr = (after_close & returns) << 1 | state->after_cr;
        uint64_t wrong = (quotes & inside & ~after_end) | (after_close & wanted & ~(ends | quotes | returns))
            | (after_cr & wanted & ~line_feeds);
        *irregular = wrong != 0;
        state->after_close = closing >> (BLOCK - 1);
        state->after_cr = (after_close & returns) >> (BLOCK - 1);
    }
    state->after_end = (ends | quotes) >> (BLOCK - 1);
    return ends;
}

/// Writes `base` plus the index of every bit that is set; returns how many. Writes eight at a time, whatever the
/// last ones are: a loop that ends after a predictable number of rounds is faster (Langdale & Lemire, 2019).
INLINE size_t write_offsets(uint64_t bits, uint32_t base, uint32_t *offsets) {
    size_t count = (size_t)__builtin_popcountll(bits);
    for (size_t first = 0; first < count; first += 8) {
        for (size_t index = first; index < first + 8; index++) {
            offsets[index] = base + (uint32_t)__builtin_ctzll(bits | 1ull << (BLOCK - 1));
            bits &= bits - 1;
        }
    }
    return count;
}

INLINE size_t find(
    const uint8_t *bytes, size_t start, size_t end, uint8_t delimiter, field_end_state *state, uint32_t *ends,
    size_t *reached) {
    size_t found = 0;
    field_end_state now = *state;
    while (start < end) {
        uint8_t edge[BLOCK];
        size_t count = end - start < BLOCK ? end - start : BLOCK;
        const uint8_t *at = bytes + start;
        if (count < BLOCK) {
            memset(edge, ' ', BLOCK);
            memcpy(edge, at, count);
            at = edge;
        }
        int irregular = 0;
        uint64_t block_ends = ends_in_block(at, lowest(count), delimiter, &now, &irregular);
        if (__builtin_expect(irregular, 0)) break;
        found += write_offsets(block_ends, (uint32_t)start, ends + found);
        start += count;
    }
    *state = now;
    *reached = start;
    return found;
}

BY_WIDTH(
    size_t, field_ends_find, find,
    (const uint8_t *bytes, size_t start, size_t end, uint8_t delimiter, field_end_state *state, uint32_t *ends,
     size_t *reached),
    (bytes, start, end, delimiter, state, ends, reached))
