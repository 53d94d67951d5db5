"""The gzip layer: headers, trailers, members, cuts, and what stands behind."""

import random
import struct
import zlib

from archives.gzips import COMMENT, EXTRA, HEADER_SUM, NAME, head, member, members
from archives.tars import END, file
from judging.case import Cases

NOISE = random.Random("streams").randbytes(700)
FILES = {"a.txt": b"hello\n" * 40, "b.bin": NOISE}
TAR = b"".join(file(name, data) for name, data in FILES.items()) + END


def cases(absolute):
    group = Cases("gzip")
    headers(group)
    trailers(group)
    many(group)
    behind(group)
    deflate(group)
    return group.all + cuts(Cases("cuts"))


def headers(group):
    extra = struct.pack("<H", 6) + b"AB\2\0xy"
    fields = {EXTRA: extra, NAME: b"../../outside/new.txt\0", COMMENT: b"\x1b[2Jcomment\0"}
    for flags in range(32):
        data = b"".join(fields[bit] for bit in (EXTRA, NAME, COMMENT) if flags & bit)
        group.extract(f"flags {flags:05b}", "every field of the header", member(TAR, head=head(flags, data)), FILES)
        if flags & HEADER_SUM:
            wrong = member(TAR, head=head(flags, data, wrong_sum=True))
            group.refuse(f"flags {flags:05b}, sum wrong", "the header's CRC", wrong)
    for bit in (32, 64, 128):
        group.refuse(f"flag {bit}", "a bit that means nothing", member(TAR, head=head(bit)))
    for method in (0, 7, 9, 255):
        group.refuse(f"method {method}", "only 8 is known", member(TAR, head=head(method=method)))
    group.extract("long comment", "100,000 bytes", member(TAR, head=head(COMMENT, b"c" * 100_000 + b"\0")), FILES)
    group.extract("long extra", "65,535 bytes", member(TAR, head=head(EXTRA, b"\xff\xff" + bytes(65_535))), FILES)
    group.refuse("extra beyond the end", "a field longer than the file", head(EXTRA, b"\xff\xff") + b"short")
    group.refuse("name without an end", "a field that never ends", head(NAME, b"n" * 10_000))
    group.refuse("header alone", "nothing else", head())


def trailers(group):
    three = [TAR[:700], TAR[700:1500], TAR[1500:]]
    for wrong in range(3):
        for what, fault in {"CRC": {"crc": 1}, "length": {"size": 1}, "length by 4 GiB": {"size": -1}}.items():
            parts = [member(part, **(fault if at == wrong else {})) for at, part in enumerate(three)]
            group.refuse(f"{what} wrong in member {wrong + 1}", "the trailer is checked", b"".join(parts))
    swapped = member(TAR)
    group.refuse("trailer turned", "length before CRC", swapped[:-8] + swapped[-4:] + swapped[-8:-4])
    stored = bytearray(member(TAR, 0))
    at = stored.find(NOISE[100:130])
    stored[at] ^= 0x10
    group.refuse("bit in a stored block", "only the CRC can see it", bytes(stored))


def many(group):
    empty = member(b"")
    for what, archive in {
        "before": empty * 3 + member(TAR),
        "behind": member(TAR) + empty * 3,
        "between": member(TAR[:600]) + empty + member(TAR[600:]),
    }.items():
        group.extract(f"empty members {what}", "members may hold nothing", archive, FILES)
    group.extract("two members", "cut inside a file", members(TAR, [700]), FILES)
    group.extract("a member for each byte", "as many as there are", members(TAR, [1] * 1500), FILES)
    group.extract("1,000 members, 3 bytes each", "as many as there are", members(TAR, [3] * 1000), FILES)
    group.extract(
        "members of every header",
        "each with fields of its own",
        b"".join(member(TAR[at : at + 500], head=head(NAME | HEADER_SUM, b"part\0")) for at in range(0, len(TAR), 500)),
        FILES,
    )
    group.refuse("second member missing", "the tar is cut", member(TAR[:1000]))
    group.refuse("second member's header cut", "five bytes of it", members(TAR, [700])[: len(member(TAR[:700])) + 5])
    group.either("member without the end", "only the tar's end is missing", member(TAR[: -len(END)]), FILES)


def behind(group):
    good = member(TAR)
    for size in (1, 511, 512, 4096, 1 << 20):
        group.extract(f"{size} zeros behind", "a tape's fill", good + bytes(size), FILES)
    for what, data in {
        "one byte": b"x",
        "garbage": NOISE,
        "text": b"\n",
        "half a magic": b"\x1f",
        "magic": b"\x1f\x8b",
        "magic and method": b"\x1f\x8b\x08",
        "zeros and a byte": bytes(512) + b"x",
        "zeros and a member": bytes(512) + good,
        "one zero and a member": b"\0" + good,
        "a second archive": good,
        "a page": b"<html>expired</html>",
        "zeros and an empty member": bytes(512) + member(b""),
    }.items():
        group.refuse(f"{what} behind", "what others ignore", good + data)
    group.refuse("garbage in front", "the magic is not first", b"x" + good)
    group.refuse("zeros in front", "the magic is not first", bytes(512) + good)


def deflate(group):
    wrapped = head()
    trailer = struct.pack("<II", zlib.crc32(TAR), len(TAR))
    for what, body in {
        "a block of kind 3": b"\x07" + bytes(20),
        "a stored block with wrong lengths": b"\x01\x05\x00\x05\x00hello",
        "a distance too far back": bytes([0x4B, 0x04, 0x23, 0x00]),
        "nothing": b"",
        "noise": NOISE,
        "no last block": zlib_flushed(TAR),
        "no codes": b"\x05" + bytes(20),
    }.items():
        group.refuse(f"deflate: {what}", "the stream itself is broken", wrapped + body + trailer)
    flushed = deflated_with_flushes(TAR)
    group.extract("deflate: flushed at every 10 bytes", "many empty blocks", wrapped + flushed + trailer, FILES)
    for level in range(10):
        group.extract(f"deflate: level {level}", "every way of packing", member(TAR, level), FILES)


def zlib_flushed(data):
    """All of the data, but never a block that says it is the last."""
    deflate = zlib.compressobj(6, zlib.DEFLATED, -15)
    return deflate.compress(data) + deflate.flush(zlib.Z_SYNC_FLUSH)


def deflated_with_flushes(data):
    deflate = zlib.compressobj(6, zlib.DEFLATED, -15)
    pieces = [deflate.compress(data[at : at + 10]) + deflate.flush(zlib.Z_FULL_FLUSH) for at in range(0, len(data), 10)]
    return b"".join(pieces) + deflate.flush()


def cuts(group):
    """A small archive of two members, cut after every byte."""
    small = b"".join(file(name, data) for name, data in {"a.txt": b"hello\n" * 40, "b.bin": NOISE[:150]}.items()) + END
    whole = members(small, [600])
    for size in range(len(whole)):
        group.refuse(
            f"cut after byte {size} of {len(whole)}", "a whole archive or none", whole[:size], is_one_of_many=True
        )
    return group.all
