// Cuts a text into units between which no piece of a vocabulary joins characters.
#ifndef CKERNELS_UNITS_H
#define CKERNELS_UNITS_H

#include "pieces.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// What cuts a text into units between which no piece of a vocabulary joins characters.
typedef struct {
    /// For each code point up to 0x10FFFF: the number of the character among the pieces, from 1 on, or 0.
    const uint16_t *numbers;
    /// A bit, `text_unit_join_bit`, for each two characters that are side by side in a piece.
    const uint64_t *joins;
    /// True when no piece joins a digit or a control from HT to FF with anything, ASCII letters with other ASCII, or a
    /// space with what comes before it, and every ASCII character is one token by itself.
    bool ascii_is_plain;
} text_unit_rules;

/// How many bits `text_unit_join_bit` tells apart.
enum { TEXT_UNIT_JOIN_BITS = 1 << 20 };

/// The bit of two character numbers; different pairs may share one.
static inline __attribute__((always_inline)) size_t text_unit_join_bit(uint32_t left, uint32_t right) {
    return (size_t)((left * 0x9E3779B1u + right * 0x85EBCA77u) >> 12);
}

/// Cuts `bytes[*at..<end]`, in UTF-8 and shorter than 4 GiB, into units; `*at` begins one. Writes at most `room` units (at
/// least 64) and leaves `*at` after the last; returns how many. With `sure`, units of one character are only added up in
/// `*sure`: 1 for a piece, else the character's bytes.
size_t text_units_find(
    const uint8_t *bytes, size_t *at, size_t end, const text_unit_rules *rules, text_piece *units, size_t room,
    size_t *sure);

#endif
