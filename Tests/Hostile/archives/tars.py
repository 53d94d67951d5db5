"""Writes tar archives block by block, right or wrong as wanted."""

BLOCK = 512
END = bytes(2 * BLOCK)
USTAR, GNU, V7 = b"ustar\x0000", b"ustar  \0", bytes(8)
# Where the fields of a header stand.
SIZE, SUM = slice(124, 136), slice(148, 156)


def filled(data):
    """The data, with zeros up to a whole block."""
    return data + bytes(-len(data) % BLOCK)


def raw(text):
    return text.encode() if isinstance(text, str) else text


def summed(block):
    """The header with its sum put right."""
    block = bytearray(block)
    block[SUM] = b" " * 8
    block[SUM] = b"%06o\0 " % sum(block)
    return bytes(block)


def binary(number):
    """A number of twelve bytes as GNU writes what octal digits cannot hold."""
    if number < 0:
        return (number + (1 << 96)).to_bytes(12, "big")
    return b"\x80" + number.to_bytes(11, "big")


def octal(number):
    return b"%011o\0" % number


def header(name, size=0, kind="0", link="", mode=0o644, owner=1000, time=1700000000, magic=USTAR, device=0):
    """One header. A size, time, mode or owner given as bytes is put in as it stands."""
    name, link = raw(name), raw(link)
    if max(len(name), len(link)) > 100:
        raise ValueError(f"longer than the field: {name!r}, {link!r}")

    def field(value, width):
        digits = value if isinstance(value, bytes) else b"%0*o\0" % (width - 1, value)
        if len(digits) != width:
            raise ValueError(f"{digits!r} has not {width} bytes")
        return digits

    parts = [name.ljust(100, b"\0"), field(mode, 8), field(owner, 8), field(owner, 8), field(size, 12), field(time, 12)]
    parts += [bytes(8), raw(kind), link.ljust(100, b"\0"), magic, b"maker".ljust(32, b"\0") * 2]
    parts += [field(device, 8) * 2]
    if len(magic) != 8:
        raise ValueError(f"{magic!r} has not 8 bytes")
    return summed(b"".join(parts).ljust(BLOCK, b"\0"))


def file(name, data=b"", **fields):
    """A file; a name that its field cannot hold goes into a pax record."""
    data, name = raw(data), raw(name)
    if len(name) > 100:
        return pax(path=name) + header("long", len(data), **fields) + filled(data)
    return header(name, len(data), **fields) + filled(data)


def folder(name, **fields):
    return header(name, **{"kind": "5", "mode": 0o755, **fields})


def symlink(name, target):
    return header(name, kind="2", link=target, mode=0o777)


def hardlink(name, target, data=b""):
    return header(name, len(data), kind="1", link=target) + filled(data)


def record(key, value):
    """One pax record, with the length of itself in front."""
    rest = b" " + raw(key) + b"=" + raw(value) + b"\n"
    length = len(rest)
    while length != len(rest) + len(b"%d" % length):
        length = len(rest) + len(b"%d" % length)
    return b"%d" % length + rest


def pax_raw(data, kind="x"):
    """A pax header around records that may be anything."""
    return header("pax", len(data), kind) + filled(data)


def pax(kind="x", **values):
    """A pax header; a double underscore stands for the dot of a key."""
    return pax_raw(b"".join(record(key.replace("__", "."), value) for key, value in values.items()), kind)


def long_name(name, kind="L", end=b"\0"):
    """GNU's header for a long name (L) or the long target of a link (K)."""
    data = raw(name) + end
    return header("././@LongLink", len(data), kind, magic=GNU) + filled(data)


def sparse(name, pieces, size):
    """The header of GNU's old sparse file: up to four pieces (offset, length) of a file of that size."""
    block = bytearray(header(name, sum(length for _, length in pieces), "S", magic=GNU))
    for at, (offset, length) in enumerate(pieces):
        block[386 + 24 * at : 410 + 24 * at] = octal(offset) + octal(length)
    block[483:495] = octal(size) if size < 1 << 33 else binary(size)
    return summed(block)
