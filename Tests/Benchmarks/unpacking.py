"""Measures unpacking an archive: ours and others."""

import dataclasses
import hashlib
import os
import pathlib
import shutil
import statistics
import subprocess

import archives
from measuring import Median, took
from places import DATA, PYTHON, TUNEPREP

FOLDER = pathlib.Path(DATA) / "unpacked"
# The folder of a program that makes one.
MADE = FOLDER / "made"
OURS = (TUNEPREP, "unpack", "{archive}", "--into", str(MADE), "--quiet", "--progress", "none")


@dataclasses.dataclass(frozen=True)
class Unpacker:
    """A program; one that inflates only writes the tar to its output, and no file."""

    name: str
    # `{archive}` is filled in.
    words: tuple
    inflates_only: bool = False

    def command(self, archive):
        return [word.format(archive=archive) for word in self.words]


def inflater(name):
    return Unpacker(f"{name} -dc, inflating only", (name, "-dc", "{archive}"), inflates_only=True)


UNPACKERS = (
    Unpacker("tuneprep unpack", OURS),
    Unpacker("tuneprep unpack --no-verify", (*OURS, "--no-verify")),
    Unpacker("tar -xzf", ("tar", "-xzf", "{archive}", "-C", str(FOLDER))),
    Unpacker("bsdtar -xzf", ("bsdtar", "-xzf", "{archive}", "-C", str(FOLDER))),
    Unpacker("Python tarfile", (PYTHON, "-m", "tarfile", "--filter", "data", "-e", "{archive}", str(FOLDER))),
    inflater("gzip"),
    inflater("pigz"),
    inflater("igzip"),
)


@dataclasses.dataclass(frozen=True)
class Row:
    """One program: what it took, and how many times as much CPU others took in the same round; or what is wrong."""

    unpacker: Unpacker
    command: list
    fault: str | None = None
    whole: Median | None = None
    ratios: dict = dataclasses.field(default_factory=dict)


def present():
    return [each for each in UNPACKERS if shutil.which(each.words[0])]


def missing():
    return sorted({each.words[0] for each in UNPACKERS} - {each.words[0] for each in present()})


def empty():
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)


def fault(unpacker, command, facts):
    """What is wrong with what a program unpacks, None when all of it is what was packed."""
    empty()
    if unpacker.inflates_only:
        with subprocess.Popen(command, stdout=subprocess.PIPE) as run:
            found = hashlib.file_digest(run.stdout, "sha256").hexdigest()
        if run.returncode:
            return f"fails with status {run.returncode}"
        return None if found == facts["sha256"] else "differs: another tar"
    run = took(command, prints=False)
    if run.status:
        return f"fails: {run.complaint[:120]}"
    found, wanted = archives.digests(MADE if MADE.exists() else FOLDER), facts["files"]
    wrong = [name for name in sorted({*found, *wanted}) if found.get(name) != wanted.get(name)]
    return f"differs: {wrong[0]} and {len(wrong) - 1:,} others" if wrong else None


def run(command, archive):
    """Runs once into an empty folder, with the archive in the page cache and nothing left to write to the disk."""
    empty()
    os.sync()
    archives.digest(archive)
    result = took(command, prints=False)
    if result.status:
        raise SystemExit(f"{' '.join(command)} fails: {result.complaint}")
    return result


def rows(name, facts, rounds, with_inflaters=True):
    """Checks every program, then runs all that are right once a round, each round beginning with another one."""
    archive = archives.FOLDER / name
    found = []
    for unpacker in (each for each in present() if with_inflaters or not each.inflates_only):
        command = unpacker.command(archive)
        found.append(Row(unpacker, command, fault(unpacker, command, facts)))
    right = [row for row in found if not row.fault]
    runs = {row.unpacker.name: [] for row in right}
    for number in range(rounds):
        first = number % len(right)
        for row in right[first:] + right[:first]:
            runs[row.unpacker.name].append(run(row.command, archive))
    shutil.rmtree(FOLDER)
    return [row if row.fault else measured(row, runs) for row in found]


def measured(row, runs):
    mine = runs[row.unpacker.name]
    ratios = {
        name: statistics.median(other.cpu / own.cpu for other, own in zip(theirs, mine))
        for name, theirs in runs.items()
    }
    return dataclasses.replace(row, whole=Median.of(mine), ratios=ratios)
