#include "CKernels/units.h"
#include "text_block.h"

typedef struct {
    unsigned number;
    size_t length;
} character;

/// The number of the character at `at`, 0 for one that is no piece. A byte that begins no character is one by itself.
INLINE character read_character(const uint8_t *bytes, size_t at, size_t end, const text_unit_rules *rules) {
    uint32_t lead = bytes[at];
    if (lead < 0x80) return (character){rules->numbers[lead], 1};
    size_t length = character_length(bytes, at, end);
    if (length == 0) return (character){0, 1};
    uint32_t point = code_point(bytes, at, length);
    return (character){point < 0x110000 ? rules->numbers[point] : 0, length};
}

INLINE bool may_join(unsigned left, unsigned right, const text_unit_rules *rules) {
    size_t bit = text_unit_join_bit(left, right);
    return left != 0 && right != 0 && (rules->joins[bit >> 6] >> (bit & 63) & 1);
}

/// Where units begin in a block of ASCII whose first byte begins one; 1 when the block decides nothing. `*alone` are the
/// characters that join with no other.
INLINE uint64_t block_starts(const uint8_t *at, size_t left, uint64_t *alone) {
    size_t limit;
    bytes_64 bytes = load_ascii(at, left, &limit), low = bytes | 0x20;
    if (limit < 2) return 1;
    uint64_t wanted = lowest(limit);
    uint64_t letters = bits((bytes_64)(low - 'a') < 26) & wanted;
    uint64_t spaces = bits(bytes == ' ') & wanted;
    *alone = (bits((bytes_64)(bytes - '0') < 10) | bits((bytes_64)(bytes - 9) < 4)) & wanted;
    uint64_t others = wanted & ~(letters | spaces | *alone);
    return *alone | (letters & ~((letters | spaces) << 1)) | (others & ~((others | spaces) << 1))
        | (spaces & ~(spaces << 1)) | 1;
}

INLINE size_t find_units(
    const uint8_t *bytes, size_t *at, size_t end, const text_unit_rules *rules, text_piece *units, size_t room,
    size_t *sure
) {
    size_t index = *at, count = 0, known = 0;
    while (index < end && room - count >= BLOCK) {
        uint64_t alone = 0, starts = 1;
        if (bytes[index] < 0x80 && rules->ascii_is_plain) starts = block_starts(bytes + index, end - index, &alone);
        if ((starts & (starts - 1)) == 0) {
            character last = read_character(bytes, index, end, rules);
            bool is_piece = last.number != 0;
            size_t next = index + last.length, first_length = last.length;
            while (next < end) {
                character more = read_character(bytes, next, end, rules);
                if (!may_join(last.number, more.number, rules)) break;
                last = more;
                next += more.length;
            }
            if (sure && next - index == first_length) known += is_piece ? 1 : first_length;
            else units[count++] = (text_piece){(uint32_t)index, (uint32_t)(next - index)};
            index = next;
            continue;
        }
        size_t last = BLOCK - 1 - (size_t)__builtin_clzll(starts);
        uint64_t whole = starts & ~(1ull << last);
        uint64_t certain = sure ? whole & ((starts >> 1) | alone) : 0;
        known += (size_t)__builtin_popcountll(certain);
        count += write_pieces(index, whole & ~certain, starts, units + count);
        index += last;
    }
    if (sure) *sure += known;
    *at = index;
    return count;
}

BY_WIDTH(
    size_t, text_units_find, find_units,
    (const uint8_t *bytes, size_t *at, size_t end, const text_unit_rules *rules, text_piece *units, size_t room,
     size_t *sure),
    (bytes, at, end, rules, units, room, sure))
