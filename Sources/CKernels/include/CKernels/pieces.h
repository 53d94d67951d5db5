// Cuts a text into pieces as two families' patterns do.
#ifndef CKERNELS_PIECES_H
#define CKERNELS_PIECES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

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
/// begins a piece, or the text. Writes at most `room` pieces (at least 64) and leaves `*at` after the last; returns how many.
/// With `sure`, pieces that are certainly one token (single ASCII characters, groups of digits) are only added up in `*sure`.
size_t text_pieces_find(
    const uint8_t *bytes, size_t *at, size_t end, const text_piece_rules *rules, text_piece *pieces, size_t room,
    size_t *sure);

#endif
