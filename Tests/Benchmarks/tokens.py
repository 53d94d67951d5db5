"""Measures counting tokens: ours and others, in each family and corpus."""

import array
import dataclasses
import json
import os
import pathlib
import statistics
import subprocess
import sys

import countedtexts
from measuring import reason
from places import COUNTBENCH, DATA, HERE, PYTHON, ROOT

sys.path.append(str(ROOT / "Tests/Conformance"))
import vocabularies  # noqa: E402

PASSES = 5
BYTE_LEVEL = ("llama-3", "qwen-2")


@dataclasses.dataclass(frozen=True)
class Counter:
    """A program that counts: ours by the kind of file it reads, others by their module."""

    name: str
    way: str
    families: tuple = vocabularies.FAMILIES
    # Fresh processes; as many as asked for where nothing is said.
    rounds: int | None = None

    def command(self, family, records, threads, counts):
        if self.name.startswith("countbench"):
            words = [COUNTBENCH, os.path.relpath(vocabularies.path(family, self.way)), records, "--family", family]
            return [*words, "--jobs", str(threads), "--passes", str(PASSES), "--counts", counts]
        return [PYTHON, f"{HERE}/countpeer.py", self.way, family, records, str(threads), str(PASSES), counts]


# What all others are compared with comes first; it is slow, and varies little.
COUNTERS = (
    Counter("tokenizers", "with_tokenizers", rounds=1),
    Counter("countbench", "own"),
    Counter("countbench, tokenizer.json", "json"),
    Counter("gigatoken", "with_gigatoken"),
    Counter("fastokens", "with_fastokens"),
    Counter("tokie", "with_tokie"),
    Counter("tiktoken", "with_tiktoken", BYTE_LEVEL),
    Counter("sentencepiece", "with_sentencepiece", ("mistral",)),
)


@dataclasses.dataclass(frozen=True)
class Text:
    """A corpus: its file, how many records it has, and the bytes of their texts."""

    name: str
    path: str
    records: int
    size: int

    @staticmethod
    def of(name, path):
        raw, at, records = path.read_bytes(), 0, 0
        while at < len(raw):
            at += 4 + int.from_bytes(raw[at : at + 4], "little")
            records += 1
        return Text(name, str(path), records, len(raw) - 4 * records)


def texts():
    """The corpora, with the vocabularies to count them with."""
    vocabularies.prepare()
    return [Text.of(name, path) for name, path in countedtexts.write().items()]


@dataclasses.dataclass(frozen=True)
class Cell:
    """What one program took for one corpus, in seconds, and what it counted; or what is wrong."""

    setup: float = 0
    cold: float = 0
    warm: float = 0
    counts: array.array | None = None
    fault: str | None = None
    command: tuple = ()


def measured(counter, family, text, mode, rounds):
    """Medians of fresh processes; warm is the median of all later passes."""
    output = f"{DATA}/counts"
    command = [*mode.pin, *counter.command(family, text.path, mode.threads, output)]
    runs = []
    for _ in range(counter.rounds or rounds):
        run = subprocess.run(command, capture_output=True)
        if run.returncode:
            return Cell(fault=f"fails: {reason(run.stderr)[:120]}", command=command)
        try:
            runs.append(json.loads(run.stdout))
        except ValueError:
            return Cell(fault="prints no JSON", command=command)
    counts = array.array("I")
    counts.frombytes(pathlib.Path(output).read_bytes())
    setup, cold = (statistics.median(run[key] for run in runs) for key in ("setup", "cold"))
    warm = statistics.median(seconds for run in runs for seconds in run["warm"])
    return Cell(setup, cold, warm, counts, command=command)


def cells(family, mode, corpora, rounds):
    """By program, then by corpus; a round of every program for a corpus before the next corpus."""
    found = {counter: {} for counter in COUNTERS if family in counter.families}
    for text in corpora:
        for counter, row in found.items():
            row[text.name] = measured(counter, family, text, mode, rounds)
    return found
