"""Quantities: sizes that are negative, no number, too large or just too large; entries just too many."""

from archives.gzips import member
from archives.tars import BLOCK, END, GNU, USTAR, V7, binary, file, filled, folder, header, octal, pax, summed
from judging.case import Cases

TEXT = b"text\n"
GOOD = file("ok.txt", TEXT)


def tar(*entries):
    return member(b"".join(entries) + END)


def cases(absolute):
    group = Cases("quantities")
    sizes(group)
    fields(group)
    records(group)
    limits(group)
    return group.all


def sizes(group):
    for power in (33, 40, 62, 63, 64, 80):
        for step in (-1, 0):
            number = (1 << power) + step
            for writer, size in writers(number):
                name = f"size 2^{power}{step or ''} {writer}"
                group.refuse(name, "more than there is", tar(GOOD, sized(writer, size)), seconds=5)
    for number in (-1, -512, -(1 << 40), -(1 << 62), -(1 << 90)):
        group.refuse(f"size {number}", "less than nothing", tar(header("x", size=binary(number), magic=GNU), GOOD))
    group.extract(
        "size in binary",
        "a small one, as GNU writes large ones",
        tar(header("ok.txt", size=binary(5), magic=GNU), filled(TEXT)),
        {"ok.txt": TEXT},
    )
    spaced = b"         05 "
    group.extract(
        "size with blanks",
        "as old writers filled it",
        tar(header("ok.txt", size=spaced), filled(TEXT)),
        {"ok.txt": TEXT},
    )
    group.extract(
        "size of twelve digits",
        "no end of the field",
        tar(header("ok.txt", size=b"000000000005"), filled(TEXT)),
        {"ok.txt": TEXT},
    )


def writers(number):
    if number < 1 << 33:
        yield "in octal", octal(number)
    elif number < 1 << 36:
        yield "in twelve digits", b"%012o" % number
    if number < 1 << 88:
        yield "in binary", binary(number)
    yield "in pax", number


def sized(writer, size):
    if writer == "in pax":
        return pax(size=str(size)) + header("x.bin", 0) + filled(TEXT)
    return header("x.bin", size=size, magic=GNU if "binary" in writer else USTAR) + filled(TEXT)


def fields(group):
    one = {"ok.txt": TEXT}
    for what, size in {"letters": b"zzzzzzzzzzzz", "signs": b"-0000000005\0", "nines": b"99999999999\0"}.items():
        entry = tar(header("x", size=size), filled(TEXT), GOOD)
        group.refuse(f"size of {what}", "no octal digits", entry)
    for what, size in {"nothing": bytes(12), "blanks": b" " * 12}.items():
        group.either(f"size of {what}", "some read it as 0", tar(header("x", size=size), GOOD), {"x": b"", **one})
    for key in ("mode", "owner"):
        entry = header("ok.txt", 5, **{key: b"zzzzzzzz"}) + filled(TEXT)
        group.either(f"{key} of letters", "a field we do not use", tar(entry), one)
    group.either(
        "device of letters", "a field we do not use", tar(header("ok.txt", 5, device=b"zzzzzzzz"), filled(TEXT)), one
    )
    block = bytearray(header("ok.txt", 5))
    for what, magic in {"none": V7, "odd": b"ustar\x0099", "other": b"uztar  \0"}.items():
        block[257:265] = magic
        group.either(f"magic {what}", "the sum is right", tar(summed(block), filled(TEXT)), one)


def records(group):
    one = {"ok.txt": TEXT}
    for what in ("-1", "-5", "5x", "x", "0x5", "5e0", "", " 5", "5.0", "99999999999999999999", "1" * 400):
        entries = tar(pax(size=what), header("ok.txt", 5), filled(TEXT))
        add = group.either if what in ("5x", " 5", "5.0", "5e0") else group.refuse
        more = {"files": one} if what in ("5x", " 5", "5.0", "5e0") else {}
        add(f"size `{what[:24]}` in pax", "no number of bytes", entries, **more)
    group.extract(
        "size in pax", "it counts, not the header's", tar(pax(size="5"), header("ok.txt", 0), filled(TEXT)), one
    )
    inner = file("smuggled.txt", b"hidden\n")
    group.extract("size in pax over headers", "what looks like an entry is data", tar(
        pax(size=str(len(inner))), header("inner.tar"), inner, GOOD),
        {"inner.tar": inner, **one}, absent=("smuggled.txt",))  # fmt: skip
    group.refuse("size in pax too small", "the rest of the data is no header", tar(
        pax(size="512"), header("a.bin", 3 * BLOCK), b"A" * 3 * BLOCK))  # fmt: skip


def limits(group):
    def most(bytes_or_entries, number):
        return (f"--max-{bytes_or_entries}", str(number))

    data = b"x" * 1000
    two = tar(file("a", data), file("b", data))
    both = {"a": data, "b": data}
    group.extract("bytes at the limit", "as many as allowed", two, both, flags=most("size", 2000))
    group.refuse(
        "bytes over the limit",
        "the sum is one too large",
        two,
        flags=most("size", 1999),
        says=("1999", "1,999", "size"),
    )
    group.refuse("one file over the limit", "one byte too large", tar(file("a", data)), flags=most("size", 999))
    group.refuse(
        "declared over the limit",
        "said in the header, never sent",
        tar(header("a", size=octal(1 << 32))),
        flags=most("size", 1 << 20),
    )
    group.refuse("bytes over a limit of 1", "two are too many", tar(file("a", b"xy")), flags=most("size", 1))
    five = [folder("d")] + [file(f"d/{number}", TEXT) for number in range(4)]
    found = {f"d/{number}": TEXT for number in range(4)}
    group.extract("entries at the limit", "folders are entries", tar(*five), found, flags=most("entries", 5))
    group.refuse(
        "entries over the limit",
        "one too many",
        tar(*five, file("e", TEXT)),
        flags=most("entries", 5),
        says=("entries",),
    )
    many = b"".join(header(f"f/{number:05}") for number in range(10_001))
    group.refuse("10,001 entries", "the default limit", tar(many), says=("entries", "10,000", "10000"), seconds=10)
    again = b"".join(folder("d") for _ in range(10_001))
    group.refuse("10,001 times one folder", "each counts", tar(again), seconds=10)
