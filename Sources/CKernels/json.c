#include "CKernels/json.h"
#include "vector_64.h"

/// The quotes, backslashes and control bytes in one block.
INLINE uint64_t stops(bytes_64 bytes) { return bits((bytes == '"') | (bytes == '\\') | (bytes < 0x20)); }

INLINE size_t length(const uint8_t *from, size_t count) {
    size_t done = 0;
    for (; count - done >= BLOCK; done += BLOCK) {
        uint64_t found = stops(load(from + done));
        if (found) return done + (size_t)__builtin_ctzll(found);
    }
    while (done < count && from[done] != '"' && from[done] != '\\' && from[done] >= 0x20) done++;
    return done;
}

/// What the letter after a backslash means (RFC 8259, section 7); 0 for `u` and for what cannot be escaped.
static const uint8_t meanings[256] = {
    ['"'] = '"', ['\\'] = '\\', ['/'] = '/', ['b'] = '\b', ['f'] = '\f', ['n'] = '\n', ['r'] = '\r', ['t'] = '\t',
};

/// The value of a hexadecimal digit plus 1; 0 for other bytes.
static const uint8_t digits[256] = {
    ['0'] = 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, ['A'] = 11, 12, 13, 14, 15, 16, ['a'] = 11, 12, 13, 14, 15, 16,
};

/// Writes the character of the four digits at `from` as UTF-8; returns its length, 0 for half of a surrogate pair
/// and for what are no four digits.
INLINE size_t write_character(const uint8_t *from, uint8_t *to) {
    uint8_t first = digits[from[0]], second = digits[from[1]], third = digits[from[2]], fourth = digits[from[3]];
    if (!first || !second || !third || !fourth) return 0;
    uint32_t unit = (uint32_t)(first - 1) << 12 | (uint32_t)(second - 1) << 8 | (uint32_t)(third - 1) << 4
        | (uint32_t)(fourth - 1);
    if (unit < 0x80) {
        to[0] = (uint8_t)unit;
        return 1;
    }
    if (unit < 0x800) {
        to[0] = (uint8_t)(0xC0 | unit >> 6);
        to[1] = (uint8_t)(0x80 | (unit & 0x3F));
        return 2;
    }
    if ((unit & 0xF800) == 0xD800) return 0;
    to[0] = (uint8_t)(0xE0 | unit >> 12);
    to[1] = (uint8_t)(0x80 | (unit >> 6 & 0x3F));
    to[2] = (uint8_t)(0x80 | (unit & 0x3F));
    return 3;
}

/// Undoes the escape at `from`, of which `count` bytes are there; returns its length, 0 for one that it leaves, and
/// with `*width` how much it wrote.
INLINE size_t undo(const uint8_t *from, size_t count, uint8_t *to, size_t *width) {
    uint8_t meaning = count < 2 ? 0 : meanings[from[1]];
    if (meaning) {
        *to = meaning;
        *width = 1;
        return 2;
    }
    *width = count < 6 || from[1] != 'u' ? 0 : write_character(from + 2, to);
    return *width ? 6 : 0;
}

INLINE size_t unescape(const uint8_t *from, size_t count, uint8_t *to, size_t *written) {
    const uint8_t *start = from, *end = from + count;
    uint8_t *target = to;
    while (from < end) {
        if (end - from >= BLOCK) {
            bytes_64 bytes = load(from);
            memcpy(target, &bytes, BLOCK);
            uint64_t found = stops(bytes);
            // A branch, so that the next block need not wait for this one's bits.
            if (__builtin_expect(!found, 1)) {
                from += BLOCK;
                target += BLOCK;
                continue;
            }
            size_t run = (size_t)__builtin_ctzll(found);
            from += run;
            target += run;
        } else {
            size_t run = length(from, (size_t)(end - from));
            memcpy(target, from, run);
            from += run;
            target += run;
            if (from == end) break;
        }
        if (*from != '\\') break;
        size_t width, step = undo(from, (size_t)(end - from), target, &width);
        if (!step) break;
        from += step;
        target += width;
    }
    *written += (size_t)(target - to);
    return (size_t)(from - start);
}

BY_WIDTH(size_t, json_text_length, length, (const uint8_t *from, size_t count), (from, count))
BY_WIDTH(
    size_t, json_text_unescape, unescape, (const uint8_t *from, size_t count, uint8_t *to, size_t *written),
    (from, count, to, written))
