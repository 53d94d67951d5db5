#include "CKernels/survey.h"
#include "vector_64.h"

enum { LOOK_BACK = 3 };

/// The bytes of the block that are wrong where they are, by the ranges of Unicode 16, table 3-7: a byte
/// that continues where none is due, or the other way round, and the leads and second bytes that are never valid.
INLINE uint64_t utf8_defects(const uint8_t *at) {
    bytes_64 now = load(at), one = load(at - 1), two = load(at - 2), three = load(at - 3);
    flags_64 continues = (now & 0xC0) == 0x80;
    flags_64 is_due = (one >= 0xC0) | (two >= 0xE0) | (three >= 0xF0);
    flags_64 never = (now == 0xC0) | (now == 0xC1) | (now >= 0xF5);
    flags_64 overlong = ((one == 0xE0) & (now < 0xA0)) | ((one == 0xF0) & (now < 0x90));
    flags_64 beyond = ((one == 0xED) & (now >= 0xA0)) | ((one == 0xF4) & (now >= 0x90));
    return bits((continues ^ is_due) | never | overlong | beyond);
}

/// What a survey carries from block to block.
typedef struct {
    uint64_t quotes, line_ends, nuls, defects, pending;
} tally;

/// Adds one block, of which the bytes `wanted` count; three bytes can be read before it.
INLINE void add_block(const uint8_t *at, uint64_t wanted, tally *so_far) {
    bytes_64 bytes = load(at);
    so_far->quotes += __builtin_popcountll(bits(bytes == '"') & wanted);
    so_far->line_ends += __builtin_popcountll(bits(bytes == '\n') & wanted);
    so_far->nuls |= bits(bytes == 0) & wanted;
    uint64_t beyond_ascii = bits(bytes >= 0x80) & wanted;
    if (__builtin_expect((beyond_ascii | so_far->pending) != 0, 0)) so_far->defects |= utf8_defects(at) & wanted;
    so_far->pending = beyond_ascii >> (BLOCK - LOOK_BACK);
}

/// Adds fewer bytes than a block, or a block at the very front, by way of a copy.
INLINE void add_edge(const uint8_t *bytes, size_t start, size_t count, tally *so_far) {
    uint8_t edge[LOOK_BACK + BLOCK];
    memset(edge, ' ', sizeof edge);
    size_t before = start < LOOK_BACK ? start : LOOK_BACK;
    memcpy(edge + LOOK_BACK - before, bytes + start - before, before + count);
    add_block(edge + LOOK_BACK, lowest(count), so_far);
}

INLINE void survey(const uint8_t *bytes, size_t start, size_t end, byte_survey *result) {
    tally so_far = {.pending = ~0ull};
    if (start < LOOK_BACK && start < end) {
        size_t count = end - start < BLOCK ? end - start : BLOCK;
        add_edge(bytes, start, count, &so_far);
        start += count;
    }
    for (; end - start >= BLOCK; start += BLOCK) add_block(bytes + start, ~0ull, &so_far);
    if (start < end) add_edge(bytes, start, end - start, &so_far);
    result->quotes += so_far.quotes;
    result->line_ends += so_far.line_ends;
    result->has_nul |= so_far.nuls != 0;
    result->has_utf8_defect |= so_far.defects != 0;
}

BY_WIDTH(
    void, byte_survey_add, survey, (const uint8_t *bytes, size_t start, size_t end, byte_survey *result),
    (bytes, start, end, result))
