#include "CKernels/pairs.h"
#include "vector_64.h"

// Byte-pair encoding of short rows. The ranks of all neighbours are in vectors, so that the lowest is found at once and
// nothing is moved when a pair joins; the pairs are in buckets of eight, each of one cache line.

enum { LANES = 16, BUCKET = 8 };

typedef uint32_t lanes_16 __attribute__((ext_vector_type(LANES)));
typedef int32_t flags_16 __attribute__((ext_vector_type(LANES)));
typedef _Bool bits_16 __attribute__((ext_vector_type(LANES)));
typedef uint64_t bucket_8 __attribute__((ext_vector_type(BUCKET)));
typedef int64_t flags_8 __attribute__((ext_vector_type(BUCKET)));
typedef _Bool bits_8 __attribute__((ext_vector_type(BUCKET)));

static const uint32_t NEVER = ~0u;
static const uint64_t FREE = ~0ull;

INLINE unsigned bits_of_16(flags_16 flags) {
    bits_16 packed = __builtin_convertvector(flags, bits_16);
    uint16_t result;
    memcpy(&result, &packed, sizeof result);
    return result;
}

INLINE unsigned bits_of_8(flags_8 flags) {
    bits_8 packed = __builtin_convertvector(flags, bits_8);
    uint8_t result;
    memcpy(&result, &packed, sizeof result);
    return result;
}

/// The index of the pair in its bucket, or -1.
INLINE ptrdiff_t find(const token_pairs *pairs, uint32_t left, uint32_t right) {
    uint64_t key = (uint64_t)left << 18 | right;
    size_t bucket = (key * 0x9E3779B97F4A7C15 >> 32) & pairs->bucket_mask;
    for (;; bucket = (bucket + 1) & pairs->bucket_mask) {
        bucket_8 entries;
        memcpy(&entries, pairs->entries + bucket * BUCKET, sizeof entries);
        unsigned same = bits_of_8((entries >> 28) == key);
        if (same) return (ptrdiff_t)(bucket * BUCKET) + __builtin_ctz(same);
        if (bits_of_8(entries == FREE)) return -1;
    }
}

INLINE uint32_t rank(const token_pairs *pairs, uint32_t left, uint32_t right) {
    ptrdiff_t index = find(pairs, left, right);
    return index < 0 ? NEVER : (uint32_t)(pairs->entries[index] & 0xFFFFFFF);
}

INLINE uint32_t result(const token_pairs *pairs, uint32_t left, uint32_t right) {
    return pairs->results[find(pairs, left, right)];
}

INLINE void insert(const token_pairs *pairs, uint32_t left, uint32_t right, uint32_t rank, uint32_t result) {
    if (find(pairs, left, right) >= 0) return;
    uint64_t key = (uint64_t)left << 18 | right;
    size_t index = ((key * 0x9E3779B97F4A7C15 >> 32) & pairs->bucket_mask) * BUCKET;
    while (pairs->entries[index] != FREE) index = (index + 1) & (pairs->bucket_mask * BUCKET + BUCKET - 1);
    pairs->entries[index] = key << 28 | rank;
    pairs->results[index] = result;
}

/// Joins up to `LANES * vectors` tokens.
INLINE size_t join_row(const token_pairs *pairs, uint32_t *ids, size_t count, const int vectors) {
    static const lanes_16 lane = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
    uint32_t first[64];
    uint8_t next[64], before[64];
    for (size_t i = 0; i + 1 < count; i++) first[i] = rank(pairs, ids[i], ids[i + 1]);
    for (size_t i = count - 1; i < (size_t)(LANES * vectors); i++) first[i] = NEVER;
    for (size_t i = 0; i < count; i++) next[i] = (uint8_t)(i + 1), before[i] = (uint8_t)(i - 1);
    lanes_16 ranks[4];
    memcpy(ranks, first, sizeof(lanes_16) * (size_t)vectors);
    size_t left = count;
    for (;;) {
        lanes_16 least = ranks[0];
        for (int v = 1; v < vectors; v++) least = __builtin_elementwise_min(least, ranks[v]);
        uint32_t lowest = __builtin_reduce_min(least);
        if (lowest == NEVER) break;
        size_t index = 0;
        for (int v = vectors - 1; v >= 0; v--) {
            unsigned same = bits_of_16(ranks[v] == lowest);
            if (same) index = (size_t)(v * LANES + __builtin_ctz(same));
        }
        size_t second = next[index], third = next[second];
        uint32_t joined = pairs->results_are_ranks ? lowest : result(pairs, ids[index], ids[second]);
        ids[index] = joined;
        next[index] = (uint8_t)third;
        left--;
        uint32_t after_rank = NEVER, before_rank = NEVER;
        if (third < count) {
            before[third] = (uint8_t)index;
            after_rank = rank(pairs, joined, ids[third]);
        }
        uint32_t previous = 255;
        if (index > 0) {
            previous = before[index];
            before_rank = rank(pairs, ids[previous], joined);
        }
        for (int v = 0; v < vectors; v++) {
            lanes_16 here = lane + (uint32_t)(v * LANES);
            ranks[v] = (here == (uint32_t)index) ? (lanes_16)after_rank : ranks[v];
            ranks[v] = (here == (uint32_t)second) ? (lanes_16)NEVER : ranks[v];
            ranks[v] = (here == previous) ? (lanes_16)before_rank : ranks[v];
        }
    }
    for (size_t i = 0, index = 0; i < left; i++, index = next[index]) ids[i] = ids[index];
    return left;
}

INLINE size_t join(const token_pairs *pairs, uint32_t *ids, size_t count) {
    if (count <= LANES) return join_row(pairs, ids, count, 1);
    if (count <= 2 * LANES) return join_row(pairs, ids, count, 2);
    return join_row(pairs, ids, count, 4);
}

BY_WIDTH(
    size_t, token_pairs_join, join, (const token_pairs *pairs, uint32_t *ids, size_t count), (pairs, ids, count))
BY_WIDTH(
    uint32_t, token_pairs_rank, rank, (const token_pairs *pairs, uint32_t left, uint32_t right), (pairs, left, right))
BY_WIDTH(
    uint32_t, token_pairs_result, result, (const token_pairs *pairs, uint32_t left, uint32_t right),
    (pairs, left, right))
void token_pairs_insert(
    const token_pairs *pairs, uint32_t left, uint32_t right, uint32_t rank, uint32_t result) {
    insert(pairs, left, right, rank, result);
}
