"""An archive of some 100 MB that takes a while."""

import hashlib
import random

from case import Published
from gzips import MIB, member
from tars import END, file


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
