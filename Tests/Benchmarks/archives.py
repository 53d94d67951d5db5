"""Makes the archives that are unpacked, and knows the SHA-256 of all that is in them.

Archives of the same size and version are kept.
"""

import hashlib
import json
import pathlib
import shutil
import subprocess
import sys
import tarfile

import largemodel
from places import DATA

VERSION = 1
FOLDER = pathlib.Path(DATA) / "archives"
MODEL, SMALL = "model.tar.gz", "small.tar.gz"
SMALL_FILES = 10_000


class Hashing:
    """Hands on what is written, and knows its size and SHA-256."""

    def __init__(self, file):
        self.file, self.hash, self.size = file, hashlib.sha256(), 0

    def write(self, data):
        self.file.write(data)
        self.hash.update(data)
        self.size += len(data)


def digest(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def digests(folder):
    """The SHA-256 of every file in a folder, by its path there."""
    return {str(path.relative_to(folder)): digest(path) for path in sorted(folder.rglob("*")) if path.is_file()}


def ownerless(entry):
    entry.uid = entry.gid = entry.mtime = 0
    entry.uname = entry.gname = ""
    return entry


def pack(folder, path):
    """Packs a folder's files as `tar -czf` does; returns what must come out."""
    with open(path, "wb") as packed, subprocess.Popen(["gzip", "-6n"], stdin=subprocess.PIPE, stdout=packed) as gzip:
        whole = Hashing(gzip.stdin)
        with tarfile.open(fileobj=whole, mode="w|", format=tarfile.USTAR_FORMAT) as tar:
            for file in sorted(folder.iterdir()):
                tar.add(file, file.name, filter=ownerless)
        gzip.stdin.close()
    if gzip.returncode:
        raise SystemExit(f"gzip fails with {path}")
    sizes = {file.name: file.stat().st_size for file in sorted(folder.iterdir())}
    found = {"size": whole.size, "sha256": whole.hash.hexdigest(), "packed": path.stat().st_size}
    return found | {"files": digests(folder), "sizes": sizes}


def write_small(folder, size):
    """Writes ten thousand files of 0 to 2 kB each, whatever the size."""
    for index in range(SMALL_FILES):
        (folder / f"{index:05}.txt").write_text(f"{index} is a number\n" * (index % 100))


def make(path, write, size):
    """Writes a folder, packs it and removes it again."""
    folder = FOLDER / "packing"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    write(folder, size)
    facts = pack(folder, path)
    shutil.rmtree(folder)
    return facts


def generate(megabytes):
    """Makes sure that the archives are there; returns what is in each."""
    found = {}
    for name, write in ((MODEL, largemodel.write), (SMALL, write_small)):
        path, record = FOLDER / name, FOLDER / f"{name}.json"
        stamp = {"version": VERSION, "megabytes": megabytes if name == MODEL else 0}
        kept = json.loads(record.read_text()) if record.exists() else {}
        if kept.get("stamp") != stamp or not path.exists() or path.stat().st_size != kept["facts"]["packed"]:
            record.unlink(missing_ok=True)
            print(f"making {name}", file=sys.stderr)
            kept = {"stamp": stamp, "facts": make(path, write, megabytes * 1_000_000)}
            record.write_text(json.dumps(kept, indent=1) + "\n")
        found[name] = kept["facts"]
    return found
