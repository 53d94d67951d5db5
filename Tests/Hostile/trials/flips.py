"""One bit of a small archive flipped: it is refused, or what comes out is the same."""

import random

from archives.gzips import member
from archives.tars import END, file
from judging.case import EXTRACT, REFUSE
from judging.expected import check

FILES = {"a.txt": b"hello\n" * 30, "d/b.bin": random.Random("flips").randbytes(300)}
TAR = b"".join(file(name, data) for name, data in FILES.items()) + END
ARCHIVE = member(TAR[:900]) + member(TAR[900:])


def trials(chosen, place, program, tally):
    bits = random.Random(chosen.seed).sample(range(8 * len(ARCHIVE)), min(chosen.flips, 8 * len(ARCHIVE)))
    for bit in sorted(bits):
        flipped = bytearray(ARCHIVE)
        flipped[bit // 8] ^= 1 << bit % 8
        archive = place.put([bytes(flipped)])
        yield f"bit {bit % 8} of byte {bit // 8}", check(place, program, archive, (EXTRACT, REFUSE), FILES)
