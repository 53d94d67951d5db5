#include "CKernels/pieces.h"
#include "text_block.h"

// The pattern of Llama 3 and Qwen 2, of which the first alternative that matches wins:
//   1 (?i:'s|'t|'re|'ve|'m|'ll|'d)    3 \p{N}{1,3} or \p{N}               5 \s*[\r\n]+      7 \s+
//   2 [^\r\n\p{L}\p{N}]?\p{L}+        4 [space]?[^\s\p{L}\p{N}]+[\r\n]*   6 \s+(?!\S)
// ASCII is cut 64 bytes at a time, always from the beginning of a piece, so that nothing is carried from block to
// block; what a block cannot decide is left to `piece_end`, which reads one piece character by character.

enum { OTHER = 0, LETTER = 1, NUMBER = 2, SPACE = 3, LINE_END = 4, CLASS = 7, MIXED = 0xFF };

typedef struct {
    unsigned kind;
    size_t length;
} character;

/// The class and length of the character at `at`. A byte that begins no character is one by itself.
INLINE character read_character(const uint8_t *bytes, size_t at, size_t end, const text_piece_rules *rules) {
    unsigned lead = bytes[at];
    if (lead < 0x80) return (character){rules->classes[lead] & CLASS, 1};
    size_t length = character_length(bytes, at, end);
    if (length == 0) return (character){OTHER, 1};
    unsigned kind = rules->leads[lead];
    if (kind != MIXED) return (character){kind, length};
    uint32_t point = code_point(bytes, at, length);
    return (character){point < 0x110000 ? rules->classes[point] & CLASS : OTHER, length};
}

/// Where a run of letters from `at` on ends.
INLINE size_t letters_end(const uint8_t *bytes, size_t at, size_t end, const text_piece_rules *rules) {
    while (at < end) {
        character next = read_character(bytes, at, end, rules);
        if (next.kind != LETTER) break;
        at += next.length;
    }
    return at;
}

/// Where a run of other characters from `at` on ends, with the line ends that follow it.
INLINE size_t others_end(const uint8_t *bytes, size_t at, size_t end, const text_piece_rules *rules) {
    while (at < end) {
        character next = read_character(bytes, at, end, rules);
        if (next.kind != OTHER) break;
        at += next.length;
    }
    while (at < end && (bytes[at] == '\n' || bytes[at] == '\r')) at++;
    return at;
}

/// The length of the contraction that begins with the apostrophe at `at`, or 0.
INLINE size_t contraction(const uint8_t *bytes, size_t at, size_t end) {
    size_t left = end - at;
    if (left < 2) return 0;
    unsigned one = bytes[at + 1] | 0x20;
    if (one == 's' || one == 't' || one == 'm' || one == 'd') return 2;
    if (left < 3) return 0;
    unsigned two = bytes[at + 2] | 0x20;
    if ((one == 'r' && two == 'e') || (one == 'v' && two == 'e') || (one == 'l' && two == 'l')) return 3;
    // The long s folds to s.
    return bytes[at + 1] == 0xC5 && bytes[at + 2] == 0xBF ? 3 : 0;
}

/// Where a run of white space from `at` on is cut: after its last line end, else before its last character if
/// something follows, else after all of it.
INLINE size_t spaces_end(const uint8_t *bytes, size_t at, size_t end, const text_piece_rules *rules) {
    size_t next = at, last = at, line_end = 0;
    while (next < end) {
        character found = read_character(bytes, next, end, rules);
        if (found.kind < SPACE) break;
        last = next;
        next += found.length;
        if (found.kind == LINE_END) line_end = next;
    }
    if (line_end > 0) return line_end;
    return next == end || last == at ? next : last;
}

/// Where the piece that begins at `at` ends.
INLINE size_t piece_end(const uint8_t *bytes, size_t at, size_t end, const text_piece_rules *rules) {
    character first = read_character(bytes, at, end, rules);
    size_t next = at + first.length;
    switch (first.kind) {
    case LETTER:
        return letters_end(bytes, next, end, rules);
    case NUMBER:
        for (unsigned count = 1; count < rules->digits_per_group && next < end; count++) {
            character more = read_character(bytes, next, end, rules);
            if (more.kind != NUMBER) break;
            next += more.length;
        }
        return next;
    case LINE_END:
        return spaces_end(bytes, at, end, rules);
    }
    if (bytes[at] == '\'') {
        size_t length = contraction(bytes, at, end);
        if (length > 0) return at + length;
    }
    if (next < end) {
        character second = read_character(bytes, next, end, rules);
        if (second.kind == LETTER) return letters_end(bytes, next + second.length, end, rules);
        if (second.kind == OTHER && bytes[at] == ' ') return others_end(bytes, next + second.length, end, rules);
    }
    return first.kind == SPACE ? spaces_end(bytes, at, end, rules) : others_end(bytes, next, end, rules);
}

/// The bytes of a block by class, of ASCII only; `limit` is how many of them count.
typedef struct {
    uint64_t letters, digits, spaces, blanks, line_ends, others, apostrophes;
    size_t limit;
} block_classes;

INLINE block_classes classify(const uint8_t *at, size_t left) {
    block_classes found;
    bytes_64 bytes = load_ascii(at, left, &found.limit), low = bytes | 0x20;
    uint64_t wanted = lowest(found.limit);
    found.letters = bits((bytes_64)(low - 'a') < 26) & wanted;
    found.digits = bits((bytes_64)(bytes - '0') < 10) & wanted;
    found.spaces = bits(bytes == ' ') & wanted;
    found.line_ends = bits((bytes == '\n') | (bytes == '\r')) & wanted;
    found.blanks = bits((bytes_64)(bytes - 9) < 5) & wanted & ~found.line_ends;
    found.others = wanted & ~(found.letters | found.digits | found.spaces | found.line_ends | found.blanks);
    found.apostrophes = bits(bytes == '\'') & wanted;
    return found;
}

/// The blanks after a line end, of `after`, with which a piece begins because no line end follows in the same run.
INLINE uint64_t blanks_after_last_line_end(uint64_t blanks, uint64_t after, uint64_t line_ends) {
    if ((((blanks + after) & ~blanks) & line_ends) == 0) return after;
    uint64_t starts = 0;
    for (uint64_t rest = after; rest; rest &= rest - 1) {
        uint64_t one = rest & -rest;
        if ((((blanks + one) & ~blanks) & line_ends) == 0) starts |= one;
    }
    return starts;
}

/// The digits that begin a group of up to three.
INLINE uint64_t groups_of_three(uint64_t digits) {
    uint64_t starts = digits & ~(digits << 1), found = starts;
    uint64_t fourth = digits & (digits << 1) & (digits << 2) & (digits << 3);
    while ((starts = (starts << 3) & fourth)) found |= starts;
    return found;
}

/// Where pieces begin in a block whose first byte begins one: of the bytes before the last of them, all is decided.
/// `*groups` are the digits that begin a group. 1 when the block decides nothing.
INLINE uint64_t block_starts(
    const uint8_t *bytes, size_t at, size_t end, const text_piece_rules *rules, uint64_t *groups
) {
    block_classes of = classify(bytes + at, end - at);
    if (of.limit < 2) return 1;
    uint64_t blanks = of.spaces | of.blanks;
    // Runs of others begin after anything but a space or another; then they swallow the line ends after them.
    uint64_t runs = of.others & ~((of.others | of.spaces) << 1);
    uint64_t trailing = (of.others << 1) & of.line_ends;
    uint64_t swallowed = trailing ? of.line_ends & ~(of.line_ends + trailing) : 0;
    uint64_t line_ends = of.line_ends & ~swallowed;
    uint64_t white = blanks | line_ends;
    uint64_t starts = runs | (white & ~(white << 1)) | (white & ~(white >> 1) & ~of.line_ends);
    starts |= of.letters & ~((of.letters | blanks | runs) << 1);
    uint64_t after = blanks & (line_ends << 1);
    if (after) starts |= blanks_after_last_line_end(blanks, after, line_ends);
    *groups = rules->digits_per_group == 1 ? of.digits : groups_of_three(of.digits);
    starts |= *groups;
    for (uint64_t rest = of.apostrophes & starts; rest; rest &= rest - 1) {
        size_t index = __builtin_ctzll(rest);
        size_t length = contraction(bytes, at + index, end);
        if (length > 0 && index + length < of.limit) starts |= of.letters & (1ull << (index + length));
    }
    starts |= 1;
    // White space that touches the limit is undecided.
    uint64_t top = (blanks | of.line_ends) << (BLOCK - of.limit);
    size_t touching = ~top ? (size_t)__builtin_clzll(~top) : BLOCK;
    if (touching == 0) return starts;
    if (touching >= of.limit) return 1;
    return starts & lowest(of.limit - touching + 1);
}

INLINE size_t find_pieces(
    const uint8_t *bytes, size_t *at, size_t end, const text_piece_rules *rules, text_piece *pieces, size_t room,
    size_t *sure
) {
    size_t index = *at, count = 0, known = 0;
    while (index < end && room - count >= BLOCK) {
        uint64_t groups = 0;
        uint64_t starts = bytes[index] < 0x80 ? block_starts(bytes, index, end, rules, &groups) : 1;
        if ((starts & (starts - 1)) == 0) {
            size_t next = piece_end(bytes, index, end, rules);
            pieces[count++] = (text_piece){(uint32_t)index, (uint32_t)(next - index)};
            index = next;
            continue;
        }
        size_t last = BLOCK - 1 - (size_t)__builtin_clzll(starts);
        uint64_t whole = starts & ~(1ull << last);
        uint64_t certain = sure ? whole & ((starts >> 1) | (rules->groups_are_tokens ? groups : 0)) : 0;
        known += (size_t)__builtin_popcountll(certain);
        count += write_pieces(index, whole & ~certain, starts, pieces + count);
        index += last;
    }
    if (sure) *sure += known;
    *at = index;
    return count;
}

BY_WIDTH(
    size_t, text_pieces_find, find_pieces,
    (const uint8_t *bytes, size_t *at, size_t end, const text_piece_rules *rules, text_piece *pieces, size_t room,
     size_t *sure),
    (bytes, at, end, rules, pieces, room, sure))
