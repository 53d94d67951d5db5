#include "byte_masks.h"
#include "vector_64.h"

#if defined(__x86_64__)
_Atomic int byte_masks_width = 512;
#endif

void byte_masks_limit_width(int bits) {
#if defined(__x86_64__)
    atomic_store_explicit(&byte_masks_width, bits, memory_order_relaxed);
#else
    (void)bits;
#endif
}
