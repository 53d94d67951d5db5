"""Writes gzip members field by field, right or wrong as wanted."""

import struct
import zlib

TEXT, HEADER_SUM, EXTRA, NAME, COMMENT = 1, 2, 4, 8, 16
MIB = 1 << 20


def deflated(data, level=6):
    deflate = zlib.compressobj(level, zlib.DEFLATED, -15)
    return deflate.compress(data) + deflate.flush()


def head(flags=0, fields=b"", method=8, wrong_sum=False):
    start = b"\x1f\x8b" + bytes([method, flags]) + bytes(5) + b"\x03" + fields
    if flags & HEADER_SUM:
        start += struct.pack("<H", zlib.crc32(start) & 0xFFFF ^ wrong_sum)
    return start


def member(data, level=6, head=head(), crc=0, size=0):
    """One member; crc and size are what to add to the right ones in the trailer."""
    trailer = struct.pack("<II", zlib.crc32(data) ^ crc, len(data) + size & 0xFFFFFFFF)
    return head + deflated(data, level) + trailer


def members(data, sizes):
    """The data cut into members of these sizes, the rest in a last one."""
    pieces, at = [], 0
    for size in sizes:
        pieces.append(member(data[at : at + size]))
        at += size
    return b"".join(pieces) + member(data[at:])


def zeros(mebibytes):
    """A member of so many MiB of zeros, at deflate's best ratio."""
    return member(bytes(mebibytes * MIB), 9)
