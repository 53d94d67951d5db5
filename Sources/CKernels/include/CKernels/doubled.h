// Copies text in which a byte is doubled, as the quotes inside a field of CSV are.
#ifndef CKERNELS_DOUBLED_H
#define CKERNELS_DOUBLED_H

#include <stddef.h>
#include <stdint.h>

/// Copies `count` bytes to `to`, which has room for them, but of every pair of `byte` only one; where the bytes begin,
/// pairs begin. Returns how many it wrote.
size_t doubled_copy_single(const uint8_t *from, size_t count, uint8_t byte, uint8_t *to);

#endif
