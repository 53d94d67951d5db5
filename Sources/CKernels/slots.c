#include "CKernels/slots.h"
#include "vector_64.h"

enum { LONGEST = 15, AHEAD = 256 };

/// The bytes of a key that count, by its length, and the length itself.
static const text_slot wanted[LONGEST + 1] = {
#define LOW(n) ((n) < 8 ? (1ull << (8 * (n) & 63)) - 1 : ~0ull)
#define HIGH(n) ((n) > 8 ? (1ull << (8 * ((n) - 8) & 63)) - 1 : 0)
#define WANTED(n) {LOW(n), HIGH(n)}
    WANTED(0), WANTED(1), WANTED(2),  WANTED(3),  WANTED(4),  WANTED(5),  WANTED(6),  WANTED(7),
    WANTED(8), WANTED(9), WANTED(10), WANTED(11), WANTED(12), WANTED(13), WANTED(14), WANTED(15),
};

/// A number of eight bytes, the first lowest.
INLINE uint64_t word_at(const uint8_t *bytes) {
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    word = __builtin_bswap64(word);
#endif
    return word;
}

/// The key of a piece: its bytes, then zeros, and its length in the upper half of the last byte.
INLINE text_slot key_of(const uint8_t *bytes, size_t end, text_piece piece) {
    uint8_t edge[16];
    const uint8_t *at = bytes + piece.start;
    if (__builtin_expect((size_t)piece.start + sizeof edge > end, 0)) {
        memcpy(edge, at, piece.length);
        at = edge;
    }
    text_slot mask = wanted[piece.length & LONGEST];
    return (text_slot){word_at(at) & mask.low, (word_at(at + 8) & mask.high) | (uint64_t)piece.length << 60};
}

INLINE uint64_t hash_of(text_slot key) {
    return key.low * 0x9E3779B97F4A7C15 ^ key.high * 0xC2B2AE3D27D4EB4F;
}

INLINE size_t look(
    const uint8_t *bytes, size_t end, const text_piece *pieces, size_t count, const text_slot *slots, unsigned shift,
    size_t *tokens, text_slot *missed, text_piece *long_pieces, size_t *long_count
) {
    text_slot keys[AHEAD];
    uint32_t offsets[AHEAD];
    size_t short_count = 0, longer = 0, misses = 0, total = 0;
    for (size_t i = 0; i < count; i++) {
        text_piece piece = pieces[i];
        if (__builtin_expect(piece.length > LONGEST, 0)) {
            long_pieces[longer++] = piece;
            continue;
        }
        text_slot key = key_of(bytes, end, piece);
        size_t index = hash_of(key) >> shift;
        __builtin_prefetch(slots + index, 0, 3);
        keys[short_count] = key;
        offsets[short_count++] = (uint32_t)index;
    }
    for (size_t i = 0; i < short_count; i++) {
        text_slot slot = slots[offsets[i]], key = keys[i];
        uint64_t difference = (slot.low ^ key.low) | ((slot.high ^ key.high) & 0xF0FFFFFFFFFFFFFF);
        if (__builtin_expect(difference == 0, 1)) total += slot.high >> 56 & 15;
        else missed[misses++] = key;
    }
    *tokens += total;
    *long_count = longer;
    return misses;
}

BY_WIDTH(
    size_t, text_slots_look, look,
    (const uint8_t *bytes, size_t end, const text_piece *pieces, size_t count, const text_slot *slots, unsigned shift,
     size_t *tokens, text_slot *missed, text_piece *long_pieces, size_t *long_count),
    (bytes, end, pieces, count, slots, shift, tokens, missed, long_pieces, long_count))
