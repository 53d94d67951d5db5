"""Compares what a program did with what a case wants."""

import collections
import hashlib
import os
import stat
import unicodedata

from judging.case import EXTRACT, REFUSE, Published
from judging.wording import wording

Seen = collections.namedtuple("Seen", "size sha256 carries_attributes")


def judge(case, ended, jail, program):
    """What is wrong, a line for each; nothing when the case holds."""
    faults = jail.changes()
    faults += [f"{path} exists" for path in case.absent if exists(jail, path)]
    if ended.was_slow:
        return faults + ["it did not end in time"]
    if ended.status < 0:
        return faults + [f"it ended by signal {-ended.status}"]
    if program.is_ours and ended.seconds > case.seconds:
        faults.append(f"it took {ended.seconds:.1f} s of processor time, {case.seconds} are allowed")
    outcome = program.outcome(ended.status)
    if outcome is None:
        faults.append(f"its status is {ended.status}")
    elif outcome not in case.expect:
        faults.append(f"outcome {outcome}, wanted {' or '.join(case.expect)}")
    elif outcome == EXTRACT:
        faults += tree(case, ended, jail, program.is_ours)
    if program.is_ours:
        if outcome != EXTRACT and os.path.lexists(jail.target) and not case.links:
            faults.append("something stands under the target's name")
        if case.says is not None:
            faults += wording(case, ended, jail, is_error=outcome == REFUSE)
    return faults


def exists(jail, path):
    place = os.path.normpath(os.path.join(jail.target, path))
    return os.path.lexists(place)


def tree(case, ended, jail, is_strict):
    """What is wrong with what was published."""
    faults, files, folders = [], {}, set()
    # By descriptors, as a path may be longer than the system takes.
    for folder, inner, names, opened in os.fwalk(jail.target):
        for name in [*inner, *names]:
            short = unicodedata.normalize("NFC", os.path.relpath(os.path.join(folder, name), jail.target))
            if short in files or short in folders:
                faults.append(f"{short!a} is there twice, in two forms")
            about = os.stat(name, dir_fd=opened, follow_symlinks=False)
            if stat.S_ISDIR(about.st_mode):
                folders.add(short)
            elif stat.S_ISREG(about.st_mode):
                files[short] = read(name, opened)
            else:
                faults.append(f"{short!a} is neither a file nor a folder")
            faults += attributes(short, about, ended, jail, is_strict)
    if case.files is not None:
        faults += contents(case, files, folders)
    return faults


def read(name, folder):
    """A file's size, SHA-256 and whether it carries attributes."""
    sum256 = hashlib.sha256()
    with open(name, "rb", opener=lambda path, flags: os.open(path, flags, dir_fd=folder)) as file:
        while piece := file.read(1 << 20):
            sum256.update(piece)
        carries = hasattr(os, "listxattr") and bool(os.listxattr(file.fileno()))
        return Seen(file.tell(), sum256.hexdigest(), carries)


def contents(case, files, folders):
    wanted = {unicodedata.normalize("NFC", path): data for path, data in case.files.items()}
    faults = [f"{path!a} is missing" for path in wanted if path not in files]
    faults += [f"{path!a} has other bytes" for path in wanted if path in files and not same(files[path], wanted[path])]
    faults += [f"{path!a} carries attributes" for path, seen in files.items() if seen.carries_attributes]
    if case.is_whole:
        parents = {path[:at] for path in (*wanted, *(f"{folder}/" for folder in case.folders))
                   for at, sign in enumerate(path) if sign == "/"}  # fmt: skip
        faults += [f"{path!a} was published too" for path in sorted(files.keys() - wanted.keys())]
        faults += [f"folder {path!a} was published too" for path in sorted(folders - parents)]
        faults += [f"folder {path!a} is missing" for path in sorted(parents - folders)]
    return faults


def same(seen, wanted):
    if not isinstance(wanted, Published):
        wanted = Published(len(wanted), hashlib.sha256(wanted).hexdigest())
    return wanted.size < 0 or wanted == Published(seen.size, seen.sha256)


def attributes(short, about, ended, jail, is_strict):
    """Modes, owner and times are the user's own."""
    mode, faults = stat.S_IMODE(about.st_mode), []
    is_folder = stat.S_ISDIR(about.st_mode)
    if mode & 0o6000:
        faults.append(f"{short!a} has mode {mode:o}")
    if about.st_uid != jail.user.uid:
        faults.append(f"{short!a} belongs to user {about.st_uid}")
    if not is_folder and about.st_nlink != 1:
        faults.append(f"{short!a} has {about.st_nlink} names")
    if not is_strict:
        return faults
    if mode != (0o755 if is_folder else 0o644):
        faults.append(f"{short!a} has mode {mode:o}")
    if not ended.began - 2 <= about.st_mtime <= ended.ended + 2:
        faults.append(f"{short!a} has the time {about.st_mtime}")
    return faults
