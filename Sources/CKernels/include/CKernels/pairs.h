// Joins pairs of tokens by their ranks.
#ifndef CKERNELS_PAIRS_H
#define CKERNELS_PAIRS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

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

#endif
