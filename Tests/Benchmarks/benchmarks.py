"""Generates the data, measures, and writes a report; `run` sets up what this needs."""

import argparse
import datetime
import os
import shlex
import sys

import generate
import machine
import reading
import tables
import transfers
import wholecheck
from measuring import modes
from places import REPORTS, ROOT
from readers import FILES

# What reads none of the generated files.
OTHERS = ("tokens", "unpacking", "transfers")
KINDS = (*FILES, "check", *OTHERS)


def arguments():
    parser = argparse.ArgumentParser(prog="sh Tests/Benchmarks/run", description=__doc__.split(";")[0] + ".")
    size = "of each file, and of the weights (default: %(default)s)"
    parser.add_argument("--size", type=int, default=500, metavar="MB", help=size)
    parser.add_argument("--rounds", type=int, default=5, help="runs of each program (default: %(default)s)")
    parser.add_argument("--download", type=int, default=5000, metavar="MB", help="to bring (default: %(default)s)")
    parser.add_argument("--upload", type=int, default=2000, metavar="MB", help="to send (default: %(default)s)")
    parser.add_argument("--only", default=",".join(KINDS), help="some of %(default)s")
    parser.add_argument("--date", default=datetime.date.today().isoformat(), help="of the report (default: today)")
    parser.add_argument("--output", help=f"the report (default: {REPORTS}/DATE-MACHINE.md, with what --only names)")
    chosen = parser.parse_args()
    chosen.only = chosen.only.split(",")
    unknown = set(chosen.only) - set(KINDS)
    if unknown:
        parser.error(f"--only knows {', '.join(KINDS)}, not {', '.join(sorted(unknown))}")
    if min(chosen.size, chosen.rounds, chosen.download, chosen.upload) < 1:
        parser.error("sizes and --rounds are at least 1")
    chosen.output = chosen.output or default_output(chosen)
    return chosen


def default_output(chosen):
    kinds = [] if chosen.only == list(KINDS) else chosen.only
    return f"{REPORTS}/{'-'.join([chosen.date, machine.name(), *kinds])}.md"


class Report:
    """Prints what it is given, and keeps it."""

    def __init__(self):
        self.parts = []

    def add(self, text):
        self.parts.append(text)
        print(text, end="\n\n", flush=True)

    def write(self, path):
        os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n\n".join(self.parts) + "\n")
        print(f"wrote {path}", file=sys.stderr)


def files(report, chosen):
    """Reads and checks the generated files; the commands that did."""
    facts = generate.generate(chosen.size)
    report.add("## Data\n\n" + tables.data(facts))
    commands = []
    for file in (file for kind in FILES if kind in chosen.only for file in FILES[kind]):
        fact = facts[file.removesuffix(".gz")]
        for mode in modes():
            rows = reading.rows(mode, file, fact, chosen.rounds)
            report.add(f"## {file}, {mode.name}\n\n{tables.agreement(rows, fact)}\n\n{tables.reading(mode, rows, fact)}")
            commands += [row.command for row in rows]
    if "check" in chosen.only:
        rows = []
        for file in (file for files in FILES.values() for file in files):
            rows += wholecheck.rows(modes(), file, facts[file.removesuffix(".gz")], chosen.rounds)
        report.add("## The whole of `tuneprep check`\n\n" + tables.checks(rows, facts))
        commands += [row.command for row in rows]
    return commands


def counting(report, rounds):
    """Counts the tokens of the corpora; the commands that did."""
    # Needs the vocabularies, which nothing else does.
    import tokens
    import tokentables

    texts = tokens.texts()
    report.add("## Texts whose tokens are counted\n\n" + tokentables.data(texts))
    commands = []
    for family in tokens.vocabularies.FAMILIES:
        for mode in modes():
            found = tokens.cells(family, mode, texts, rounds)
            report.add(
                f"## Tokens of {family}, {mode.name}, MB/s\n\n"
                f"{tokentables.agreement(found, texts)}\n\n{tokentables.speeds(found, texts)}"
            )
            commands += [next(iter(row.values())).command for row in found.values()]
    return commands


def unpacked(report, chosen):
    """Unpacks the archives; the commands that did."""
    # Needs NumPy, which nothing else does.
    import archives
    import unpacking
    import unpacktables

    found = archives.generate(chosen.size)
    model, small = found[archives.MODEL], found[archives.SMALL]
    report.add(f"## Archives that are unpacked\n\n{unpacktables.data(found)}\n\n{unpacktables.weights(model)}")
    rows = unpacking.rows(archives.MODEL, model, chosen.rounds)
    report.add(
        f"## Unpacking weights\n\n{unpacktables.agreement(rows, model)}\n\n{unpacktables.speeds(rows, model)}\n\n"
        + unpacktables.NOTE
    )
    once = unpacking.rows(archives.SMALL, small, 1, with_inflaters=False)
    report.add(
        "## Unpacking small files, one run each, for the memory\n\n"
        f"{unpacktables.agreement(once, small)}\n\n{unpacktables.peaks(once)}"
    )
    return [row.command for row in rows + once]


def moving(report, chosen):
    """Breaks downloads off in the middle, and moves large files; the commands that did."""
    report.add("## A download that broke off, and what the server does then\n\n" + tables.spliced(transfers.resumed()))
    rows = transfers.large(chosen.download, chosen.upload)
    report.add("## Large files\n\n" + tables.moved(rows))
    return [row.command for row in rows]


def main():
    chosen = arguments()
    os.chdir(ROOT)
    report = Report()
    report.add(f"# Benchmarks, {chosen.date}, {machine.name()}")
    asked = f"--size {chosen.size} --rounds {chosen.rounds} --only {','.join(chosen.only)}"
    report.add(
        f"Written by `sh Tests/Benchmarks/run {asked}`;\n"
        "[Tests/Benchmarks](../../Tests/Benchmarks/README.md) says how to read it."
    )
    report.add(tables.table(("what", "version "), machine.versions()))
    commands = []
    if set(chosen.only) - set(OTHERS):
        commands += files(report, chosen)
    if "tokens" in chosen.only:
        commands += counting(report, chosen.rounds)
    if "unpacking" in chosen.only:
        commands += unpacked(report, chosen)
    if "transfers" in chosen.only:
        commands += moving(report, chosen)
    report.add("## Commands\n\n```sh\n" + "\n".join(map(shlex.join, commands)) + "\n```")
    report.write(chosen.output)


main()
