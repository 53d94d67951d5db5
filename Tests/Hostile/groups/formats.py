"""What is called .tar.gz and is none."""

import bz2
import io
import lzma
import random
import struct
import zipfile
import zlib

from archives.gzips import deflated, member
from archives.tars import END, file, folder
from judging.case import Cases

NOISE = random.Random("formats").randbytes(600)
FILES = {"ok.txt": b"text\n", "d/b.bin": NOISE}
TAR = folder("d") + b"".join(file(name, data) for name, data in FILES.items()) + END
PAGE = b"<!DOCTYPE html>\n<html><head><title>403</title></head><body>Request has expired</body></html>\n"
JSON = b'{"error": {"code": "ExpiredToken", "message": "Request has expired"}}\n'
XML = b'<?xml version="1.0"?><Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>'


def cases(absolute):
    group = Cases("formats")
    group.extract("plain tar", "what is left when a layer of HTTP unpacks it", TAR, FILES)
    group.extract("plain tar, filled", "up to a tape's block", TAR.ljust(10240, b"\0"), FILES)
    group.refuse("plain tar, cut", "inside a file", TAR[:1800])
    group.refuse("plain tar, something behind", "a byte after the end", TAR + b"x")
    pages(group)
    packed(group)
    archives(group)
    nested(group)
    for size in (0, 1, 2, 9, 10, 18, 512, 1024, 10240):
        group.refuse(f"{size} zeros", "nothing at all" if not size else "only zeros", bytes(size))
    for size in (1, 100, 5000):
        group.refuse(f"{size} bytes of noise", "no magic", NOISE[:1] if size == 1 else (NOISE * 9)[:size])
    return group.all


def pages(group):
    for what, page in {"HTML": PAGE, "JSON": JSON, "XML": XML}.items():
        group.refuse(f"page of {what}", "an error saved as the archive", page, says=("expired",))
        group.refuse(f"page of {what}, packed", "an error packed with gzip", member(page))
    acting = PAGE.replace(b"403", b"\x1b]0;owned\x07\x1b[2J\xe2\x80\xae")
    group.refuse("page that acts", "an error with signs for a terminal", acting)
    group.refuse("page behind blanks", "an error after empty lines", b"\n\n  " + PAGE)
    group.refuse("page of 1 MiB", "only its beginning matters", PAGE * 9000, says=("expired",))


def packed(group):
    for what, archive in {
        "xz": lzma.compress(TAR),
        "lzma": lzma.compress(TAR, lzma.FORMAT_ALONE),
        "bzip2": bz2.compress(TAR),
        "zstd": zstandard(TAR),
        "zlib": zlib.compress(TAR),
        "deflate": deflated(TAR),
        "compress": b"\x1f\x9d\x90" + NOISE,
        "pack": b"\x1f\x1e" + NOISE,
        "lz4": b"\x04\x22\x4d\x18" + NOISE,
        "lzip": b"LZIP\1" + NOISE,
        "uuencode": uuencoded(TAR),
        "base64": b"begin-base64 644 x\n" + NOISE.hex().encode() + b"\n====\n",
    }.items():
        group.refuse(what, "another way of packing", archive)
        group.refuse(f"{what} in gzip", "packed twice", member(archive))


def zstandard(data):
    """A frame with one block that is stored."""
    return b"\x28\xb5\x2f\xfd\xa0" + struct.pack("<I", len(data)) + (len(data) << 3 | 1).to_bytes(3, "little") + data


def uuencoded(data):
    import binascii

    lines = [binascii.b2a_uu(data[at : at + 45]) for at in range(0, len(data), 45)]
    return b"begin 644 x.tar\n" + b"".join(lines) + b"`\nend\n"


def archives(group):
    zipped = io.BytesIO()
    with zipfile.ZipFile(zipped, "w") as archive:
        archive.writestr("../outside/new.txt", "stolen\n")
    name = b"../outside/new.txt\0"
    cpio = b"070701" + b"".join(b"%08x" % number for number in (1, 0o100644, 0, 0, 1, 0, 5, 0, 0, 0, 0, len(name), 0))
    cpio += name + bytes(-(110 + len(name)) % 4) + b"text\n" + bytes(3)
    ar = (
        b"!<arch>\n"
        + b"../x/".ljust(16)
        + b"0".ljust(12)
        + b"0".ljust(6) * 2
        + b"100644".ljust(8)
        + b"5".ljust(10)
        + b"`\ntext\n"
    )
    for what, data in {
        "zip": zipped.getvalue(),
        "7z": b"7z\xbc\xaf\x27\x1c\0\4" + NOISE,
        "rar": b"Rar!\x1a\7\1\0" + NOISE,
        "cpio": cpio,
        "ar": ar,
        "mtree": b"#mtree\n./a.txt type=file mode=0644 contents=../outside/victim.txt\n",
        "iso": bytes(32769) + b"CD001\1" + bytes(2042),
        "cab": b"MSCF" + bytes(4) + NOISE,
        "xar": b"xar!\0\x1c\0\1" + NOISE,
        "warc": b"WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 5\r\n\r\ntext\n\r\n",
        "shar": b"#!/bin/sh\necho owned > ../outside/new.txt\n",
        "safetensors": struct.pack("<Q", 2) + b"{}",
        "pickle": b"\x80\4\x95" + NOISE,
        "ELF": b"\x7fELF\2\1\1" + NOISE,
    }.items():
        for name, archive in ((what, data), (f"{what} in gzip", member(data))):
            group.refuse(name, "another format", archive, absent=("../outside/new.txt", "a.txt"))


def nested(group):
    group.refuse("gzip in gzip", "packed twice", member(member(TAR)))
    group.refuse("gzip in gzip in gzip", "packed three times", member(member(member(TAR))))
    inner = file("../outside/new.txt", b"x\n") + END
    group.extract(
        "tar in tar", "an archive inside is a file", member(file("inner.tar", inner) + END), {"inner.tar": inner}
    )
    packed_inner = member(inner)
    group.extract(
        "tar.gz in tar",
        "an archive inside is a file",
        member(file("in.tar.gz", packed_inner) + END),
        {"in.tar.gz": packed_inner},
    )
