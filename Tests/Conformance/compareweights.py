"""Compares what ours and the safetensors library make of damaged files; ends with 1 when a difference is not explained."""

import argparse
import collections
import pathlib
import random
import struct
import subprocess
import sys
import tempfile

import explainedweights
import mutations
from safetensors import safe_open

SEED = 20261121
PROGRAM = pathlib.Path(__file__).parent / ".build" / "release" / "headers"
SHOWN = 5


def arguments():
    parser = argparse.ArgumentParser(prog="sh Tests/Conformance/run weights", description=__doc__)
    parser.add_argument("--files", type=int, default=10_000, metavar="N", help="how many files are compared")
    parser.add_argument("--seed", type=int, default=SEED, help="which files are made")
    return parser.parse_args()


def ours(files):
    """What ours says of each file: `ok`, or what is wrong."""
    packed = b"".join(struct.pack("<I", len(file)) + file for file in files)
    return subprocess.run([PROGRAM], input=packed, stdout=subprocess.PIPE, check=True).stdout.decode().splitlines()


def theirs(files):
    """What the library says of each file."""
    said = []
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "model.safetensors"
        for file in files:
            path.write_bytes(file)
            try:
                with safe_open(path, "np") as opened:
                    opened.keys()
                said.append("ok")
            except Exception as error:
                said.append(str(error))
    return said


def main():
    chosen = arguments()
    chance = random.Random(f"{chosen.seed}")
    files = [mutations.file(chance) for _ in range(chosen.files)]
    own, library = ours(files), theirs(files)
    assert len(own) == len(files), "ours did not answer for every file"
    found, unexplained = collections.Counter(), []
    for file, mine, other in zip(files, own, library):
        if (mine == "ok") == (other == "ok"):
            found["both accept" if mine == "ok" else "both refuse"] += 1
        elif reason := explainedweights.reason(file, mine, other):
            found[f"explained: {reason}"] += 1
        else:
            unexplained.append((file, mine, other))
    print(f"{len(files)} safetensors files, seed {chosen.seed}:")
    for name, count in sorted(found.items()):
        print(f"  {name}: {count}")
    print(f"  not explained: {len(unexplained)}")
    for file, mine, other in unexplained[:SHOWN]:
        print(f"    {file[:400]}\n      ours: {mine}\n      safetensors: {other}")
    sys.exit(1 if unexplained or not found["both accept"] or not found["both refuse"] else 0)


if __name__ == "__main__":
    main()
