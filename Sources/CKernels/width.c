#include "CKernels/width.h"
#include "vector_64.h"

#if defined(__x86_64__)
_Atomic int kernels_width = 512;
#endif

void kernels_limit_width(int bits) {
#if defined(__x86_64__)
    atomic_store_explicit(&kernels_width, bits, memory_order_relaxed);
#else
    (void)bits;
#endif
}
