"""The tables as Markdown."""


def table(names, rows):
    """The first column is text, the others are numbers unless a name ends in a blank."""
    lines = ["| " + " | ".join(name.strip() for name in names) + " |"]
    lines.append("|---|" + "".join("---|" if name.endswith(" ") else "---:|" for name in names[1:]))
    lines += ["| " + " | ".join(str(cell).replace("|", "\\|") for cell in row) + " |" for row in rows]
    return "\n".join(lines)


def rate(amount, seconds):
    """Too short a time says nothing."""
    return amount / seconds if seconds > 0.002 else None


def shown(number, form="{:.2f}"):
    return "–" if number is None else form.format(number)


def ratio(mine, other):
    return shown(mine / other if mine and other else None, "{:.2f} ×")


def reading(mode, rows, facts):
    """Floors, then the others by speed, then those whose result is wrong."""
    speeds = {id(row): rate(facts["size"] / 1e9, row.seconds(mode)) for row in rows}
    floor = next(row for row in rows if row.program.role == "floor")
    best = max((speeds[id(row)] or 0 for row in rows if row.program.role == "peer"), default=0)
    ordered = sorted(rows, key=lambda row: (bool(row.fault), row.program.role != "floor", -(speeds[id(row)] or 0)))
    clock = "" if mode.threads == 1 else " by the clock"
    names = (
        "program",
        f"GB/s{clock}",
        "CPU s",
        "spread",
        "wall s",
        "start-up s",
        "peak MiB",
        f"of {floor.program.name}",
        "of the best peer",
    )
    return table(names, [cells(row, mode, speeds, floor, best) for row in ordered])


def cells(row, mode, speeds, floor, best):
    if row.fault:
        return [row.program.name, row.fault, *[""] * 7]
    speed = speeds[id(row)]
    return [
        row.program.name,
        shown(speed),
        shown(row.whole.cpu, "{:.3f}"),
        shown(row.whole.cpu_spread if mode.threads == 1 else row.whole.wall_spread, "{:.0%}"),
        shown(row.whole.wall, "{:.3f}"),
        shown(row.start.cpu if mode.threads == 1 else row.start.wall, "{:.3f}"),
        shown(row.whole.peak / 1024, "{:,.0f}"),
        ratio(speed, speeds[id(floor)]),
        ratio(speed, best) if row.program.role != "floor" else "",
    ]


def agreement(rows, facts):
    compared = [row for row in rows if row.program.role != "floor"]
    wrong = [row.program.name for row in compared if row.fault]
    found = f"{facts['records']:,} records, {facts['bytes']:,} bytes of text, the longest {facts['longest']:,}"
    if not wrong:
        return f"Every program found what was written: {found}."
    return f"Written: {found}. {len(compared) - len(wrong)} programs found that; not: {'; '.join(wrong)}."


def checks(rows, facts):
    names = ("file", "jobs", "MB/s of CPU", "MB/s by the clock", "CPU s", "spread", "wall s", "peak MiB", "findings ")
    return table(names, [check_cells(row, facts[row.file.removesuffix(".gz")]["size"] / 1e6) for row in rows])


def check_cells(row, megabytes):
    if row.whole is None:
        return [row.file, row.jobs, *[""] * 6, row.findings]
    return [
        row.file,
        row.jobs,
        shown(rate(megabytes, row.whole.cpu), "{:,.0f}"),
        shown(rate(megabytes, row.whole.wall), "{:,.0f}"),
        shown(row.whole.cpu, "{:.3f}"),
        shown(row.whole.cpu_spread, "{:.0%}"),
        shown(row.whole.wall, "{:.3f}"),
        shown(row.whole.peak / 1024, "{:,.0f}"),
        row.findings,
    ]


def data(facts):
    names = ("file", "bytes", "as .gz", "records", "bytes of text", "longest text")
    keys = ("size", "packed", "records", "bytes", "longest")
    text = facts["pa.csv"]
    return (
        table(names, [[name, *(f"{file[key]:,}" for key in keys)] for name, file in facts.items()])
        + f"\n\npa.csv has {text['lines']:,} lines, quotes in {text['quoted'] / text['records']:.0%} of its records,"
        + f" and {text['foreign'] / text['size']:.2%} of its bytes are not ASCII."
    )


def spliced(rows):
    names = ["program ", *(f"{scenario} " for scenario in rows[0].outcomes)]
    return table(names, [[row.program, *row.outcomes.values()] for row in rows])


def moved(rows):
    names = ("what", "program ", "MB", "MB/s by the clock", "CPU s", "peak MiB", "outcome ")
    return table(names, [moved_cells(row) for row in rows])


def moved_cells(row):
    took = row.took
    return [
        row.what,
        row.program,
        f"{row.megabytes:,}",
        shown(rate(row.megabytes, took.wall), "{:,.0f}"),
        shown(took.cpu, "{:.2f}"),
        shown(took.peak / 1024, "{:,.0f}"),
        row.outcome,
    ]
