"""The options of `unpack`, and targets that are not as it wants them."""

import json
import os

from archives.gzips import member
from archives.tars import END, file, folder
from judging.case import EXTRACT, REFUSE
from judging.expected import check, published
from running import limited
from running.jail import remove

FILES = {"a.txt": b"one\n", "d/b.txt": b"two\n"}
ARCHIVE = member(folder("d") + b"".join(file(name, data) for name, data in FILES.items()) + END)


def trials(chosen, place, program, tally):
    archive = place.put([ARCHIVE])
    for what, flags, expect in (
        ("target is a folder", (), REFUSE),
        ("target is a folder, forced", ("--force",), EXTRACT),
        ("target is an empty folder", (), REFUSE),
        ("target is a file", (), REFUSE),
        ("target is a link out", (), REFUSE),
        ("target is a link to nothing", (), REFUSE),
    ):
        yield what, occupied(place, program, archive, what, flags, expect)
    yield "forced, link out", forced_link(place, program, archive)
    yield "forced, archive broken", forced_broken(place, program)
    yield "listing writes nothing", listing(place, program, archive, ())
    yield "listing as JSON", listing(place, program, archive, ("--format", "json"))
    yield "JSON of a run", as_json(place, program, archive)
    for name in ("none.tar.gz", ".", ""):
        yield f"archive is `{name}`", missing(place, program, name)
    yield "no folder above the target", no_parent(place, program, archive)
    yield "the folder above is a link", linked_parent(place, program, archive)


def occupied(place, program, archive, what, flags, expect):
    target = place.target
    if "folder" in what:
        target.mkdir()
        if "empty" not in what:
            (target / "a.txt").write_bytes(b"old\n")
            (target / "old.txt").write_bytes(b"old\n")
            for path in target.iterdir():
                place.user.own(path)
    elif "file" in what:
        target.write_bytes(b"old\n")
    else:
        target.symlink_to("outside" if "out" in what else "none")
    place.user.own(target)
    if expect == EXTRACT:
        return check(place, program, archive, (EXTRACT,), FILES, flags)
    before = state(target)
    ended = limited.run(program.command(archive, target, flags), place)
    faults = place.changes() + ([] if ended.status == 2 else [f"its status is {ended.status}"])
    return faults + ([] if state(target) == before else ["the target changed"])


def state(path):
    """What stands there: its kind, and its bytes or what is in it."""
    if os.path.islink(path):
        return "link", os.readlink(path)
    if os.path.isdir(path):
        return "folder", sorted((name, state(os.path.join(path, name))) for name in os.listdir(path))
    with open(path, "rb") as found:
        return "file", found.read()


def forced_link(place, program, archive):
    """The link may be replaced or refused; what it leads to stays as it is."""
    place.target.symlink_to("outside")
    ended = limited.run(program.command(archive, place.target, ("--force",)), place)
    faults = place.changes()
    if ended.status == 0:
        return faults + published(place, ended, FILES)
    return faults + ([] if ended.status == 2 and place.target.is_symlink() else [f"status {ended.status}, link gone"])


def forced_broken(place, program):
    """What was there stays when the new archive is refused."""
    archive = place.put([ARCHIVE[:-1]], "broken-model.tar.gz")
    place.target.mkdir()
    (place.target / "old.txt").write_bytes(b"old\n")
    place.user.own(place.target)
    ended = limited.run(program.command(archive, place.target, ("--force",)), place)
    faults = place.changes() + ([] if ended.status == 2 else [f"its status is {ended.status}"])
    is_there = state(place.target) == ("folder", [("old.txt", ("file", b"old\n"))])
    return faults + ([] if is_there else ["the old folder is not as it was"])


def listing(place, program, archive, flags):
    words = [program.path, "unpack", str(archive), "--list", *flags]
    ended = limited.run(words, place)
    faults = place.changes() + ([] if ended.status == 0 else [f"its status is {ended.status}"])
    faults += ["it wrote the target"] if os.path.lexists(place.target) else []
    faults += [f"it does not name {name}" for name in FILES if name.encode() not in ended.out]
    return faults + (unread(ended.out) if flags else [])


def as_json(place, program, archive):
    ended = limited.run(program.command(archive, place.target, ("--format", "json")), place)
    return place.changes() + unread(ended.out) + ([] if ended.status == 0 else [f"its status is {ended.status}"])


def unread(said):
    try:
        json.loads(said)
    except ValueError as error:
        return [f"its output is no JSON: {error}"]
    return []


def missing(place, program, name):
    ended = limited.run(program.command(place.archives / name if name else "", place.target), place)
    faults = place.changes() + ([] if ended.status == 2 else [f"its status is {ended.status}"])
    return faults + (["it wrote the target"] if os.path.lexists(place.target) else [])


def no_parent(place, program, archive):
    """Whether it makes the folders above or refuses, nothing is left by halves."""
    target = place.work / "none/below/target"
    ended = limited.run(program.command(archive, target), place)
    is_there = (target / "d/b.txt").exists()
    if ended.status == 0 and is_there:
        remove(place.work / "none")
        return place.changes()
    faults = place.changes() + ([] if ended.status == 2 else [f"its status is {ended.status}"])
    return faults + (["it wrote the target"] if is_there else [])


def linked_parent(place, program, archive):
    """A link above the target is the user's own word."""
    (place.work / "inner").mkdir()
    (place.work / "other").symlink_to("inner")
    place.user.own(place.work / "inner")
    ended = limited.run(program.command(archive, place.work / "other/target"), place)
    is_there = (place.work / "inner/target/d/b.txt").exists()
    found = os.listdir(place.work / "inner")
    remove(place.work / "inner")
    remove(place.work / "other")
    faults = place.changes() + ([] if ended.status == 0 and is_there else [f"its status is {ended.status}"])
    return faults + ([] if found == ["target"] else [f"beside it stand {found}"])
