"""Disks that are full, read only or out of names."""

import contextlib
import os
import shutil
import subprocess

from archives import large
from archives.gzips import MIB, member
from archives.tars import END, header
from judging.case import REFUSE
from judging.expected import check
from running.jail import Jail, remove


def trials(chosen, place, program, tally):
    pieces, _ = large.archive(1, number=4)
    archive = place.put(pieces)
    for size in (0, 1, 1000, MIB, 4 * MIB - 1):
        # What it says goes into files too.
        words = {"file_size": size, "ignores_file_size": True, "is_heard": size >= 1000}
        yield f"no file over {size} bytes", check(place, program, archive, (REFUSE,), **words)
    if place.user.is_root:
        yield from mounted(place, program, tally)
    else:
        yield "folder above may not be written", locked(place, program, archive)


def locked(place, program, archive):
    place.work.chmod(0o555)
    place.remember()
    try:
        return check(place, program, archive, (REFUSE,))
    finally:
        place.work.chmod(0o755)


def mounted(place, program, tally):
    """Small disks of memory, which only root can have."""
    files = b"".join(header(f"f/{number:04}") for number in range(500))
    for what, options, pieces, remounted in (
        ("disk of 8 MiB", "size=8m", large.archive(2, number=4)[0], None),
        ("disk of 8 MiB, limit said", "size=8m", large.archive(2, number=4)[0], None),
        ("disk with 100 names", "size=8m,nr_inodes=100", [member(files + END)], None),
        ("disk to read only", "size=64m", large.archive(2, number=1)[0], "remount,ro"),
    ):  # fmt: skip
        with disk(place, options) as root:
            if root is None:
                tally.skip("small disks, which cannot be mounted here")
                return
            flags = ("--max-size", str(1 << 30)) if "said" in what else ()
            yield what, on_disk(place, root, program, pieces, flags, remounted)


@contextlib.contextmanager
def disk(place, options):
    root = place.root.parent / "disk"
    root.mkdir(exist_ok=True)
    if shutil.which("mount") is None or subprocess.run(
        ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(root)], stderr=subprocess.DEVNULL).returncode:  # fmt: skip
        yield None
        return
    try:
        yield root
    finally:
        subprocess.run(["umount", str(root)], check=True)


def on_disk(place, root, program, pieces, flags, remounted):
    elsewhere = Jail(place.root.parent / "jail-disk", place.absolute, place.user, target=root / "target")
    archive = elsewhere.put(pieces)
    if remounted:
        subprocess.run(["mount", "-o", remounted, str(root)], check=True)
    faults = check(elsewhere, program, archive, (REFUSE,), flags=flags)
    faults += [f"{name} is left on the disk" for name in os.listdir(root)]
    for folder in (elsewhere.root, elsewhere.archives, elsewhere.said):
        remove(folder)
    place.build()
    return faults
