// Looks at many bytes at once; one header for each subject. The functions use AVX-512 or AVX2 where the machine has them, else
// SSE2 or NEON, and read nothing at or after the end they are given. They know what a quote, a line feed and a JSON escape are, how
// two patterns cut text into pieces, and how pairs of tokens join; nothing of records, families or files.
#ifndef CKERNELS_H
#define CKERNELS_H

#include "doubled.h"
#include "fields.h"
#include "floats.h"
#include "json.h"
#include "pairs.h"
#include "pieces.h"
#include "search.h"
#include "slots.h"
#include "survey.h"
#include "units.h"
#include "width.h"

#endif
