"""Small archives that want much of the disk, of the memory or of the processor."""

import hashlib
import random

from archives.gzips import MIB, member, zeros
from archives.tars import END, binary, file, folder, header, octal, pax
from judging.case import Cases, Published

TEXT = b"text\n"


def cases(absolute):
    group = Cases("bombs")
    ratios(group)
    sizes(group)
    shapes(group)
    return group.all


def ratios(group):
    group.refuse(
        "zeros, 256 MiB", "a thousand to one", lambda: zeroed(256), says=("ratio", "to 1", ":1", "zeros.bin"), seconds=5
    )
    group.extract("zeros, 60 MiB", "fewer than the ratio is taken over", lambda: zeroed(60), {"zeros.bin": nothing(60)})
    group.refuse("zeros in 64 files", "64 MiB in files of 2", lambda: [*split_zeros(64, 2), member(END)], seconds=5)
    group.extract("a hundred to one", "under the limit", lambda: mixed(80, 600), {"mixed.bin": mixture(80, 600)})
    group.refuse("four hundred to one", "over the limit", lambda: mixed(160, 64), seconds=5)
    group.refuse("zeros behind noise", "what came before earns no credit", behind_noise, seconds=10)
    group.refuse(
        "zeros behind the end",
        "fill that never ends",
        lambda: [member(file("a", TEXT) + END), *[zeros(64)] * 8],
        seconds=8,
    )


def sizes(group):
    group.refuse("zeros, 10 GiB", "ten MiB that want ten GiB", lambda: zeroed(10 << 10), seconds=4)
    # The end of a member need not be near when what it says is already too much.
    limit = ("--max-size", str(1 << 30))
    group.refuse("zeros, 10 GiB, with a limit", "declared too large", lambda: zeroed(10 << 10), flags=limit, seconds=1)
    group.refuse(
        "more than the disk", "a declared size of 4 EiB", member(header("x", size=binary(1 << 62)) + TEXT), seconds=1
    )


def shapes(group):
    group.refuse(
        "a million files",
        "more than the limit",
        lambda: files(1_000_000),
        says=("entries", "10,000", "10000"),
        seconds=10,
    )
    group.refuse("folders without end", "ten thousand deep", member(deep(10_000) + END), seconds=5)
    group.extract("deep, one by one", "as deep as allowed", member(deep(31) + END), {"/".join(["d"] * 31) + "/a": TEXT})
    whole = file("a", TEXT) + END
    empty = member(b"")
    group.extract(
        "100,000 empty members",
        "20 bytes each",
        member(whole[:700]) + empty * 100_000 + member(whole[700:]),
        {"a": TEXT},
        seconds=10,
    )
    records = b"".join(pax(comment="c" * 100_000) for _ in range(200))
    group.either("200 pax headers", "each for the next", member(records + whole), {"a": TEXT}, seconds=10)
    group.refuse(
        "pax headers without end", "a GiB of them", lambda: [member(pax(comment="c" * (1 << 19)) * 64)] * 32, seconds=10
    )
    group.either(
        "global headers without end",
        "64 MiB of them",
        lambda: [member(pax("g", comment="c" * (1 << 19)) * 128), member(whole)],
        {"a": TEXT},
        seconds=10,
    )


def zeroed(mebibytes):
    size = mebibytes * MIB
    start = member(header("zeros.bin", size=octal(size) if size < 1 << 33 else binary(size)))
    step = 64 if mebibytes % 64 == 0 else mebibytes
    return [start, *[zeros(step)] * (mebibytes // step), member(END)]


def nothing(mebibytes):
    return Published(mebibytes * MIB, hashlib.sha256(bytes(mebibytes * MIB)).hexdigest())


def split_zeros(number, mebibytes):
    body = zeros(mebibytes)
    for index in range(number):
        yield member(header(f"z{index}", mebibytes * MIB))
        yield body


def mixture(mebibytes, noisy):
    """The file of `mixed`: in each 64 KiB so many bytes of noise, the rest zeros."""
    return pattern(noisy) * mebibytes


def pattern(noisy):
    chance = random.Random(noisy)
    return b"".join(chance.randbytes(noisy).ljust(1 << 16, b"\0") for _ in range(16))


def mixed(mebibytes, noisy):
    body = member(pattern(noisy))
    return [member(header("mixed.bin", mebibytes * MIB)), *[body] * mebibytes, member(END)]


def behind_noise():
    noise = random.Random("noise").randbytes(70 * MIB)
    return [member(header("noise.bin", 200 * MIB)), member(noise, 0), zeros(65), zeros(65), member(END)]


def files(number):
    return [
        member(b"".join(header(f"{at // 1000}/{at}") for at in range(start, start + 100_000)))
        for start in range(0, number, 100_000)
    ]


def deep(number):
    """Folders in folders by short names as long as these fit, then by pax."""
    entries = b"".join(folder_at(depth) for depth in range(1, min(number, 600) + 1))
    name = "/".join(["d"] * number) + "/a"
    return entries + (file(name, TEXT) if number < 600 else pax(path=name) + header("a", 5) + TEXT.ljust(512, b"\0"))


def folder_at(depth):
    name = "/".join(["d"] * depth)
    return folder(name) if len(name) <= 100 else pax(path=name) + folder("d")
