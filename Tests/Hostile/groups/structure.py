"""The structure of a tar: sums, ends, cuts, and headers that belong to other headers."""

from archives.gzips import member
from archives.tars import BLOCK, END, GNU, file, filled, folder, header, long_name, pax, pax_raw, record, symlink
from judging.case import Cases

TEXT = b"text\n"
GOOD = file("ok.txt", TEXT)
ONE = {"ok.txt": TEXT}


def tar(*entries):
    return member(b"".join(entries) + END)


def cases(absolute):
    group = Cases("structure")
    sums(group)
    ends(group)
    cuts(group)
    long_names(group)
    pax_records(group)
    return group.all


def sums(group):
    for what, wrong in {"one more": 1, "zero": None}.items():
        block = bytearray(header("x", 5))
        block[148:154] = b"%06o" % (int(block[148:154], 8) + wrong) if wrong else b"000000"
        group.refuse(f"sum {what}, first", "the header's own sum", tar(bytes(block), filled(TEXT), GOOD))
        group.refuse(f"sum {what}, second", "the header's own sum", tar(GOOD, bytes(block), filled(TEXT)))
    named = bytearray(header("x", 5))
    named[0] ^= 1
    group.refuse(
        "name changed", "one bit, behind the gzip layer", tar(GOOD, bytes(named), filled(TEXT), file("z", TEXT))
    )
    for byte in (b"\xff", b"A", b" "):
        group.refuse(f"block of {byte!r}", "no header", tar(GOOD, byte * BLOCK, file("z", TEXT)))
    group.refuse("odd bytes between", "no whole block", tar(GOOD, b"?" * 100, file("z", TEXT)))


def ends(group):
    group.extract("filled to a tape's block", "zeros up to 10,240", member((GOOD + END).ljust(10240, b"\0")), ONE)
    group.extract("a MiB of zeros behind", "more fill than any writer's", member(GOOD + END + bytes(1 << 20)), ONE)
    group.either("one zero block", "half an end", member(GOOD + bytes(BLOCK)), ONE)
    group.either("no zero block", "no end at all", member(GOOD), ONE)
    group.either("zeros of no whole block", "an end of 700 bytes", member(GOOD + bytes(700)), ONE)
    group.refuse(
        "one zero block between", "then an entry", member(GOOD + bytes(BLOCK) + file("hidden.txt", TEXT) + END)
    )
    for what, behind in {
        "an entry": file("hidden.txt", TEXT) + END,
        "zeros and an entry": bytes(20 * BLOCK) + file("hidden.txt", TEXT) + END,
        "text": b"hello",
        "one byte": b"\1",
        "a whole block": b"A" * BLOCK,
        "zeros and one byte": bytes(100_000) + b"\1",
    }.items():
        group.refuse(f"{what} behind the end", "readers hide it", member(GOOD + END + behind), absent=("hidden.txt",))
    group.either("nothing", "no entries at all", member(END), {})
    group.either("only zeros", "no entries, a MiB of end", member(bytes(1 << 20)), {})
    group.refuse("no bytes", "an empty stream", member(b""))


def cuts(group):
    """A tar of three files, cut after each block; the stream itself is whole."""
    data = bytes(range(256)) * 5
    parts = [(name, data) for name in ("a", "d/b", "c")]
    whole = b"".join(file(name, data) for name, data in parts) + END
    ends = {}
    for name, _ in parts:
        ends[len(ends) * 4 + 4] = dict(parts[: len(ends) + 1])
    for blocks in range(1, len(whole) // BLOCK):
        archive = member(whole[: blocks * BLOCK])
        seen = ends.get(blocks) or (dict(parts) if blocks > 12 else None)
        name = f"cut after block {blocks}"
        if seen:
            group.either(name, "between two entries: only the end is missing", archive, seen)
        else:
            group.refuse(name, "inside an entry", archive)
    for size in (1, 100, 511, 513, 1000, 1791, 1793):
        group.refuse(f"cut after byte {size}", "inside a block", member(whole[:size]))


def long_names(group):
    long = "n" * 150
    group.extract("long name", "GNU's way", tar(long_name(long), file("short", TEXT)), {long: TEXT})
    group.extract(
        "long name of a folder", "GNU's way", tar(long_name(f"{long}/"), folder("short"), GOOD), ONE, folders=(long,)
    )
    without = {"at the end": b"", "before a second archive": END + GOOD}
    for what, behind in without.items():
        group.refuse(f"long name alone {what}", "nothing follows it", tar(GOOD, long_name(long), behind))
    group.either(
        "long name twice",
        "readers differ on which counts",
        tar(long_name("first" * 25), long_name(long), file("short", TEXT)),
        {long: TEXT},
    )
    group.either(
        "long name without its zero",
        "the size ends it",
        tar(long_name(long, end=b""), file("short", TEXT)),
        {long: TEXT},
    )
    group.refuse("long name of nothing", "an empty name", tar(long_name("", end=b""), file("", TEXT)))
    group.either(
        "long name with a zero inside",
        "the name is cut there",
        tar(long_name("ok.txt\0/../../outside/new.txt"), file("short", TEXT)),
        ONE,
        absent=("../outside/new.txt",),
    )
    group.either("long target of a file", "a file has none", tar(long_name("t" * 150, "K"), GOOD), ONE)
    group.refuse("long target of a link", "a link is refused", tar(long_name("t" * 150, "K"), symlink("l", "x")))
    group.refuse("long name of 2 MiB", "no name is that long", tar(long_name("n" * (2 << 20)), file("short", TEXT)))
    group.refuse(
        "long name of 8 GiB",
        "declared, never sent",
        tar(header("x", size=b"77777777777\0", kind="L", magic=GNU), GOOD),
        seconds=5,
    )
    for kind in "LK":
        block = header("././@LongLink", size=b"\xff" * 12, kind=kind, magic=GNU)
        group.refuse(f"long {kind} of -1", "less than nothing", tar(block, GOOD))


def pax_records(group):
    path = record("path", "named.txt")
    named = {"named.txt": TEXT}
    group.extract("pax path", "a name in a record", tar(pax_raw(path), GOOD), named)
    group.extract("pax comment of 900 KiB", "large, yet a header", tar(pax(comment="c" * 900_000), GOOD), ONE)
    group.refuse("pax of 2 MiB", "larger than any header", tar(pax(comment="c" * (2 << 20)), GOOD))
    group.refuse(
        "pax of 64 MiB", "larger than any header", lambda: tar(pax(comment="c" * (64 << 20)), GOOD), seconds=10
    )
    group.refuse(
        "pax of 8 GiB", "declared, never sent", tar(header("x", size=b"77777777777\0", kind="x"), GOOD), seconds=5
    )
    group.refuse("pax alone", "nothing follows it", tar(GOOD, pax_raw(path)))
    group.either("pax of nothing", "no records", tar(pax_raw(b""), GOOD), ONE)
    group.either(
        "pax twice",
        "readers differ on whether both count",
        tar(pax_raw(record("path", "first")), pax_raw(path), GOOD),
        named,
    )
    group.either("pax path twice", "the last one counts", tar(pax_raw(record("path", "first") + path), GOOD), named)
    group.either(
        "pax path, then a long name", "readers differ", tar(pax_raw(path), long_name("named.txt"), GOOD), named
    )
    group.refuse("pax path of nothing", "an empty name", tar(pax(path=""), header("", 5), filled(TEXT)))
    group.either(
        "pax path with a zero",
        "the name is cut there",
        tar(pax(path="named.txt\0/../../outside/new.txt"), GOOD),
        named,
        absent=("../outside/new.txt",),
    )
    group.either(
        "pax value with lines",
        "the length counts, not the line",
        tar(pax_raw(record("comment", "x\n30 path=../outside/new.txt\n") + path), GOOD),
        named,
        absent=("../outside/new.txt",),
    )
    broken = {
        "too long": b"999 path=x\n",
        "too short": b"5 path=x\n",
        "of length 0": b"0 path=x\n",
        "of no length": b"path=x\n",
        "of negative length": b"-11 path=x\n",
        "without a sign": b"9 pathxx\n",
        "without its line end": b"10 path=xx",
        "with a huge length": b"9" * 40 + b" path=x\n",
        "of letters": b"ten path=x\n",
        "of noise": bytes(range(1, 200)),
        "with a good one before": path + b"999999 path=../../x\n",
        "of hexadecimal": b"0xb path=x\n",
    }
    for what, records in broken.items():
        group.refuse(f"pax record {what}", "records that cannot be read", tar(pax_raw(records), GOOD))
    group.either("pax record without a key", "=x", tar(pax_raw(b"5 =x\n"), GOOD), ONE)
    group.refuse("pax cut in its data", "the archive ends in a record", member(pax_raw(path)[: BLOCK + 8]))
    group.refuse("pax for pax", "a thousand headers, then nothing", tar(pax_raw(path) * 1000))
    deep = b"".join(long_name(f"n{number}") for number in range(5000))
    group.either("5,000 long names", "each for the next", tar(deep, GOOD), {"n4999": TEXT}, seconds=10)
