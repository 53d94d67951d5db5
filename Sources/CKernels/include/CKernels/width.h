// Says how wide the instructions may be that the kernels use.
#ifndef CKERNELS_WIDTH_H
#define CKERNELS_WIDTH_H

/// Uses instructions of at most `bits` bits from now on, for tests: 512, 256 or 128.
void kernels_limit_width(int bits);

#endif
