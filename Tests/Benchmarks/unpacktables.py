"""The tables of unpacking as Markdown."""

import unpacking
from tables import shown, table

COMPARED = ("tar -xzf", "bsdtar -xzf")
NOTE = """\
CPU seconds are user and system time of a program and of what it starts; the kernel's own threads that write to the disk
are in nobody's sum. `tuneprep unpack` waits until the disk has what it wrote and checks the CRC-32 of the gzip; bsdtar
and Python's tarfile do neither; `tar` waits for no disk either, its `gzip` checks. The peak of memory is that of the
largest process."""


def data(found):
    names = ("archive", "files", "bytes of the tar", "as .gz", "ratio", "SHA-256 of the tar, its first 16 digits ")
    return table(names, [archive(name, facts) for name, facts in found.items()])


def archive(name, facts):
    ratio = facts["size"] / facts["packed"]
    sizes = [f"{number:,}" for number in (len(facts["files"]), facts["size"], facts["packed"])]
    return [name, *sizes, shown(ratio), facts["sha256"][:16]]


def weights(facts):
    """The files of weights, by which anybody can see that they have the same."""
    files = {name: digest for name, digest in facts["files"].items() if name.endswith(".safetensors")}
    rows = [[name, f"{facts['sizes'][name]:,}", digest] for name, digest in files.items()]
    return table(("file", "bytes", "SHA-256 "), rows)


def agreement(rows, facts):
    """Whether all of them found what was packed."""
    writing = [row for row in rows if not row.unpacker.inflates_only]
    equal = [row.unpacker.name for row in writing if not row.fault]
    wrong = [row.unpacker.name for row in rows if row.fault]
    count = len(facts["files"])
    lines = [f"The SHA-256 of each of {count:,} files is that of what was packed: {'; '.join(equal) or 'none'}."]
    inflating = [row.unpacker.words[0] for row in rows if row.unpacker.inflates_only and not row.fault]
    if inflating:
        lines.append(f"The SHA-256 of the tar is: {', '.join(inflating)}.")
    if wrong:
        lines.append(f"Not equal: {'; '.join(wrong)}.")
    if unpacking.missing():
        lines.append(f"Left out, not on this machine: {', '.join(unpacking.missing())}.")
    return "\n".join(lines)


def speeds(rows, facts):
    """Those that write files by speed, then those that inflate only, then those whose result is wrong."""
    ordered = sorted(
        rows, key=lambda row: (bool(row.fault), row.unpacker.inflates_only, row.whole.cpu if row.whole else 0)
    )
    names = ["program", "MB per CPU s", "CPU s", "spread", "wall s", "spread", "peak MiB"]
    names += [f"of {name}" for name in COMPARED]
    return table(names, [cells(row, facts["size"] / 1e6) for row in ordered])


def peaks(rows):
    """What one run took, by memory."""
    ordered = sorted(rows, key=lambda row: (bool(row.fault), row.whole.peak if row.whole else 0))
    return table(("program", "peak MiB", "CPU s", "wall s"), [peak_cells(row) for row in ordered])


def peak_cells(row):
    if row.fault:
        return [row.unpacker.name, row.fault, "", ""]
    return [row.unpacker.name, shown(row.whole.peak / 1024, "{:,.1f}"), shown(row.whole.cpu), shown(row.whole.wall)]


def cells(row, megabytes):
    if row.fault:
        return [row.unpacker.name, row.fault, *[""] * 7]
    ratios = [row.ratios.get(name) for name in COMPARED]
    return [
        row.unpacker.name,
        shown(megabytes / row.whole.cpu, "{:,.0f}"),
        shown(row.whole.cpu),
        shown(row.whole.cpu_spread, "{:.0%}"),
        shown(row.whole.wall),
        shown(row.whole.wall_spread, "{:.0%}"),
        shown(row.whole.peak / 1024, "{:,.1f}"),
        *(shown(ratio, "{:.2f} ×") for ratio in ratios),
    ]
