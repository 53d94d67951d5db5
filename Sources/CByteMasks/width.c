#include "byte_masks.h"
#include "vector_64.h"

#if defined(__x86_64__)
int byte_masks_width = 512;
#endif

void byte_masks_limit_width(int bits) {
#if defined(__x86_64__)
    byte_masks_width = bits;
#else
    (void)bits;
#endif
}
