// What the two cutters of texts share: characters, blocks of ASCII, and how what was found in a block is written down.
#ifndef TEXT_BLOCK_H
#define TEXT_BLOCK_H

#include "CKernels/pieces.h"
#include "vector_64.h"

/// The bytes of the character at `at`, beyond ASCII; 0 when none begins there. Its continuations are not looked at.
INLINE size_t character_length(const uint8_t *bytes, size_t at, size_t end) {
    unsigned lead = bytes[at];
    size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    return __builtin_expect(lead < 0xC2 || lead > 0xF4 || end - at < length, 0) ? 0 : length;
}

/// The code point of the character of `length` bytes at `at`, beyond ASCII; may exceed 0x10FFFF where bytes are not UTF-8.
INLINE uint32_t code_point(const uint8_t *bytes, size_t at, size_t length) {
    uint32_t point = bytes[at] & (0x7F >> length);
    for (size_t i = 1; i < length; i++) point = point << 6 | (bytes[at + i] & 0x3F);
    return point;
}

/// The block at `at`, of which `left` bytes can be read, then zeros; `*limit` is how many of them come before the first
/// that is not ASCII.
INLINE bytes_64 load_ascii(const uint8_t *at, size_t left, size_t *limit) {
    uint8_t edge[BLOCK];
    if (left < BLOCK) {
        memset(edge, 0, sizeof edge);
        memcpy(edge, at, left);
        at = edge;
    }
    bytes_64 bytes = load(at);
    uint64_t beyond_ascii = bits(bytes >= 0x80);
    *limit = left < BLOCK ? left : BLOCK;
    if (beyond_ascii) {
        size_t first = (size_t)__builtin_ctzll(beyond_ascii);
        if (first < *limit) *limit = first;
    }
    return bytes;
}

/// Writes the pieces of a block at `start` that begin at the bits of `wanted`, each up to the next bit of `starts`; returns
/// how many.
INLINE size_t write_pieces(size_t start, uint64_t wanted, uint64_t starts, text_piece *pieces) {
    size_t count = 0;
    for (uint64_t rest = wanted; rest; rest &= rest - 1) {
        size_t first = (size_t)__builtin_ctzll(rest);
        size_t length = (size_t)__builtin_ctzll(starts >> first >> 1) + 1;
        pieces[count++] = (text_piece){(uint32_t)(start + first), (uint32_t)length};
    }
    return count;
}

#endif
