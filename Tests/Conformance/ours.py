"""Runs our `encode`."""

import pathlib
import subprocess
import sys
import tempfile

import tokenized
import vocabularies

PROGRAM = (str(pathlib.Path(__file__).parent / ".build/release/encode"),)
# `own`: tiktoken's or sentencepiece's file, the kind its makers publish.
KINDS = ("own", "json")


def encode_all(texts, program):
    """Our encodings of all texts by family and kind of file."""
    with tempfile.TemporaryDirectory() as folder:
        records, output = pathlib.Path(folder) / "records", pathlib.Path(folder) / "ids"
        tokenized.write(texts, records)
        found = {}
        for family in vocabularies.FAMILIES:
            for kind in KINDS:
                run(program, family, kind, records, output)
                found[family, kind] = tokenized.read(output)
        return found


def run(program, family, kind, records, output):
    # A file of ranks says nothing of its family; the others tell theirs.
    words = [] if kind == "json" else ["--family", family]
    with open(records, "rb") as source, open(output, "wb") as target:
        command = [*program, str(vocabularies.path(family, kind)), *words]
        status = subprocess.run(command, stdin=source, stdout=target).returncode
    if status:
        sys.exit(f"error: {' '.join(command)} ended with {status}")
