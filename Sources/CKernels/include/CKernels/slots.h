// Looks up how many tokens short pieces are.
#ifndef CKERNELS_SLOTS_H
#define CKERNELS_SLOTS_H

#include "pieces.h"

#include <stddef.h>
#include <stdint.h>

/// Up to 15 bytes of text, the first lowest, then zeros; in the last byte of `high` the length, in its upper half, and how many
/// tokens they are, in its lower. All zero when free.
typedef struct {
    uint64_t low, high;
} text_slot;

/// Looks up `count` pieces (at most 256) of `bytes[..<end]` in `slots`, a table of 2^(64 - shift) slots, and adds the tokens of those
/// found to `*tokens`. The keys of pieces not found in the first slot they may be in go to `missed`, pieces longer than 15
/// bytes to `long_pieces` (`*long_count` of them); each has room for `count`. Returns how many were missed.
size_t text_slots_look(
    const uint8_t *bytes, size_t end, const text_piece *pieces, size_t count, const text_slot *slots, unsigned shift,
    size_t *tokens, text_slot *missed, text_piece *long_pieces, size_t *long_count);

#endif
