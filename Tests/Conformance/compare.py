"""Compares ours with the references record by record; ends with 1 when a difference is not explained."""

import argparse
import collections
import shlex
import sys
import time

import ours
import realdata
import references
import report
import stress
import vocabularies


def arguments():
    parser = argparse.ArgumentParser(prog="sh Tests/Conformance/run", description=__doc__)
    parser.add_argument("--encode", help="a command to compare in place of our `encode`, speaking as it does")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="compare only each Nth record")
    return parser.parse_args()


def gathered(every):
    """All texts, and of how many each source is made."""
    texts, sizes = [], collections.Counter()
    for name in realdata.PLACES:
        found = realdata.records(name)[::every]
        if not found:
            print(f"skipped: {name} is not in {realdata.FOLDER}")
        sizes[name] = len(found)
        texts += found
    for kind, found in stress.records().items():
        sizes["stress"] += len(found[::every])
        texts += found[::every]
    return texts, sizes


def main():
    chosen = arguments()
    began = time.monotonic()
    texts, sizes = gathered(chosen.every)
    print(f"{len(texts)} records, {sum(len(text.encode()) for text in texts)} bytes:", end=" ")
    print(", ".join(f"{name} {size}" for name, size in sizes.items()))
    own = ours.encode_all(texts, shlex.split(chosen.encode) if chosen.encode else ours.PROGRAM)
    said = references.encode_all(texts)
    differences = report.Differences(texts)
    for family in vocabularies.FAMILIES:
        first, second = references.NAMES[family]
        differences.compare(family, first, second, said[family, first], said[family, second])
        for kind in ours.KINDS:
            for name in (second, first):
                # Where the references differ, tokenizers is right: ours need not agree with the other there.
                settled = differences.records[family, first, second] if name == first else ()
                title = f"ours, {vocabularies.path(family, kind).name}"
                differences.compare(family, title, name, own[family, kind], said[family, name], settled)
    differences.table(said, references.NAMES)
    print(f"{time.monotonic() - began:.0f} seconds")
    sys.exit(1 if differences.unexplained else 0)


main()
