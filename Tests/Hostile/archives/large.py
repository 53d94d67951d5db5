"""An archive of some 100 MB that takes a while."""

import hashlib
import random

from archives.gzips import MIB, member
from archives.tars import END, file
from judging.case import Published


def archive(seed, number=25, size=4 * MIB):
    """The pieces of the archive and the files in it."""
    chance = random.Random(seed)
    pieces, files = [], {}
    for index in range(number):
        data = chance.randbytes(size)
        name = f"part-{index % 5}/{index:03}.bin"
        files[name] = Published(size, hashlib.sha256(data).hexdigest())
        pieces.append(member(file(name, data), 1))
    return pieces + [member(END)], files
