"""Kinds of entries: links, devices and what else is no file and no folder; and what files carry besides bytes."""

from archives.gzips import member
from archives.tars import BLOCK, END, GNU, V7, binary, file, folder, hardlink, header, long_name, pax, sparse, symlink
from judging.case import Cases

TEXT = b"text\n"
GOOD = file("ok.txt", TEXT)


def tar(*entries):
    return member(b"".join(entries) + END)


def cases(absolute):
    group = Cases("kinds")
    links(group, absolute)
    devices(group)
    pieces(group)
    unusual(group)
    attributes(group)
    return group.all


def links(group, absolute):
    inside = {
        "to a file": GOOD + symlink("l", "ok.txt"),
        "to itself": symlink("l", "l"),
        "to nothing": symlink("l", "none"),
        "to a folder": folder("d") + symlink("l", "d"),
        "to the folder above": folder("d") + symlink("d/l", ".."),
        "in a ring": symlink("a", "b") + symlink("b", "a"),
        "with no target": symlink("l", ""),
        "with a long target": long_name("d/" * 400 + "x", "K") + symlink("l", "short"),
        "before its target": symlink("l", "ok.txt") + GOOD,
        "as a part of a path": symlink("l", ".") + file("l/a", TEXT),
    }
    for what, entries in inside.items():
        group.refuse(f"symbolic link {what}", "a link, even inside", tar(entries), says=("link",))
    outside = {
        "out, up": symlink("l", "../outside") + file("l/new.txt", TEXT),
        "out, from the root": symlink("l", absolute) + file("l/new.txt", TEXT),
        "to the victim": symlink("l", "../outside/victim.txt") + file("l", b"changed\n"),
        "to the victim by pax": pax(linkpath="../outside/victim.txt")
        + symlink("l", "ok.txt")
        + file("l", b"changed\n"),
        "out, then a folder": symlink("l", "../outside") + folder("l", mode=0o777, time=1),
        "out instead of a folder": folder("l", mode=0o777, time=1) + symlink("l", "../outside"),
        "over two": symlink("a", "..") + symlink("b", "a/outside") + file("b/new.txt", TEXT),
        "by a case twin": symlink("L", "../outside") + file("l/new.txt", TEXT),
    }
    stolen = ("../outside/new.txt", f"{absolute}/new.txt")
    for what, entries in outside.items():
        group.refuse(
            f"symbolic link {what}", "a link that leads out", tar(GOOD, entries), absent=stolen, says=("link",)
        )
    hard = {
        "to a file": GOOD + hardlink("h", "ok.txt"),
        "to itself": hardlink("h", "h"),
        "to nothing": hardlink("h", "none"),
        "with data": GOOD + hardlink("h", "ok.txt", b"changed\n"),
        "to the victim": hardlink("h", "../outside/victim.txt"),
        "to the victim, with data": hardlink("h", "../outside/victim.txt", b"changed\n"),
        "to the victim from the root": hardlink("h", f"{absolute}/victim.txt", b"changed\n"),
        "to the victim by pax": pax(linkpath="../outside/victim.txt") + hardlink("h", "x"),
        "then a file over it": hardlink("h", "../outside/victim.txt") + file("h", b"changed\n"),
        "before its target": hardlink("h", "ok.txt") + GOOD,
        "to a folder": folder("d") + hardlink("h", "d"),
        "out of a link": symlink("s", "../outside/victim.txt") + hardlink("h", "s") + file("h", b"changed\n"),
        "of a file by pax alone": pax(linkpath="../outside/victim.txt") + hardlink("h", ""),
    }
    for what, entries in hard.items():
        group.refuse(f"hard link {what}", "a second name for bytes", tar(entries), says=("link", "unknown kind"))


def devices(group):
    kinds = {"character device": "3", "block device": "4", "FIFO": "6"}
    for what, kind in kinds.items():
        entry = header("config.json", kind=kind, device=1, mode=0o666)
        group.refuse(what, "nothing that a model needs", tar(GOOD, entry), absent=("config.json",))
        group.refuse(f"{what} as a parent", "then a file in it", tar(header("d", kind=kind), file("d/a", TEXT)))
        group.refuse(
            f"{what} with data", "it claims bytes", tar(header("d", 5, kind=kind, device=1), TEXT.ljust(BLOCK, b"\0"))
        )


def pieces(group):
    data = b"S" * BLOCK
    old = sparse("s.bin", [(1 << 20, BLOCK), (2 << 20, 0)], 2 << 20) + data
    group.refuse("sparse, GNU's old way", "holes", tar(old))
    group.refuse("sparse, 8 EiB", "holes of any size", tar(sparse("s.bin", [(0, BLOCK), (1 << 32, 0)], 1 << 62) + data))
    group.refuse(
        "sparse, overlapping", "pieces over each other", tar(sparse("s.bin", [(0, BLOCK), (8, BLOCK)], 2048) + data * 2)
    )
    zero = pax(
        GNU__sparse__size="1048576", GNU__sparse__numblocks="2", GNU__sparse__offset="0", GNU__sparse__numbytes="512"
    )
    group.refuse("sparse 0.0", "holes in pax records", tar(zero, file("s.bin", data)))
    one = pax(
        GNU__sparse__size="1048576",
        GNU__sparse__numblocks="2",
        GNU__sparse__map="0,256,4096,256",
        GNU__sparse__name="s.bin",
    )
    group.refuse("sparse 0.1", "holes in a map", tar(one, file("GNUSparseFile.0/s.bin", data)))
    about = dict(GNU__sparse__major="1", GNU__sparse__minor="0", GNU__sparse__realsize="1048576")
    listed = b"2\n0\n256\n4096\n256\n".ljust(BLOCK, b"\0") + data
    group.refuse(
        "sparse 1.0", "holes in front of the data", tar(pax(**about, GNU__sparse__name="s.bin"), file("x", listed))
    )
    evil = pax(**about, GNU__sparse__name="../outside/new.txt")
    group.refuse(
        "sparse 1.0 that leads out",
        "its name is in a record",
        tar(evil, file("x", listed)),
        absent=("../outside/new.txt",),
    )
    group.refuse(
        "part of a volume",
        "the rest of a file begun elsewhere",
        tar(GOOD, header("m.bin", 5, kind="M", magic=GNU), TEXT.ljust(BLOCK, b"\0")),
    )
    listing = b"Yok.txt\0Dd\0\0"
    dump = header("d/", len(listing), kind="D", magic=GNU) + listing.ljust(BLOCK, b"\0")
    group.refuse("folder with data", "GNU's listing of a folder", tar(dump))
    group.refuse(
        "folder with a size",
        "a folder that claims bytes",
        tar(header("d/", 5, kind="5"), TEXT.ljust(BLOCK, b"\0"), GOOD),
    )


def unusual(group):
    one = {"ok.txt": TEXT}
    group.extract("kind of old", "the kind is a zero byte", tar(file("ok.txt", TEXT, kind="\0", magic=V7)), one)
    group.extract("kind contiguous", "a file laid out in one piece", tar(file("ok.txt", TEXT, kind="7")), one)
    for kind in "ZBWa9":
        group.either(
            f"kind {kind}",
            "a kind nobody knows, which tar says to read as a file",
            tar(file("ok.txt", TEXT, kind=kind)),
            one,
        )
    group.either("volume's name", "a label is no entry", tar(header("label", kind="V", magic=GNU), GOOD), one)
    group.either("old long name", "the kind N", tar(GOOD, file("n", TEXT, kind="N", magic=GNU)), {"n": TEXT, **one})
    group.either("Solaris's attributes", "the kind X", tar(header("x", 0, kind="X"), GOOD), one)
    group.either("Solaris's rights", "the kind A", tar(header("a", 5, kind="A"), TEXT.ljust(BLOCK, b"\0"), GOOD), one)
    group.extract("global comment", "as git archive writes it", tar(pax("g", comment="0123abcd"), GOOD), one)
    for key, value in {"path": "../outside/new.txt", "size": "0", "linkpath": "../outside/victim.txt"}.items():
        entries = tar(pax("g", **{key: value}), GOOD)
        group.either(
            f"global {key}", "readers differ on whether it holds", entries, one, absent=("../outside/new.txt",)
        )


def attributes(group):
    one = {"ok.txt": TEXT}
    for mode in (0, 0o777, 0o4755, 0o2755, 0o1777, 0o7777, 0o2777777):
        group.extract(f"mode {mode:o}", "modes are ours", tar(file("ok.txt", TEXT, mode=mode)), one)
        below = tar(folder("d", mode=mode & 0o7777), file("d/a", TEXT))
        group.extract(f"folder's mode {mode:o}", "modes are ours", below, {"d/a": TEXT})
    group.extract("root's mode", "./ with mode 0", tar(folder("./", mode=0, time=1), GOOD), one)
    group.extract("owner root", "owners are ours", tar(file("ok.txt", TEXT, owner=0, mode=0o6755)), one)
    for what, time in {"far": binary(1 << 60), "before": binary(-(1 << 40)), "no number": b"notatimeatal"}.items():
        entry = tar(file("ok.txt", TEXT, time=time, magic=GNU))
        (group.either if what == "no number" else group.extract)(f"time {what}", "times are ours", entry, one)
    records = {
        "xattr": {"SCHILY.xattr.user.note": "x"},
        "capability": {"SCHILY.xattr.security.capability": "\1\0\0\2"},
        "libarchive's xattr": {"LIBARCHIVE.xattr.user.note": "eA=="},
        "flags": {"SCHILY.fflags": "uchg,schg"},
        "rights": {"SCHILY.acl.access": "user::rwx,group::rwx,other::rwx"},
        "selinux": {"RHT.security.selinux": "a:b:c:d"},
        "user": {"uname": "root", "uid": "0"},
        "times": {"mtime": "-1.5", "atime": "1e9", "ctime": "x"},
        "device": {"SCHILY.dev": "1", "SCHILY.ino": "2", "SCHILY.nlink": "3"},
        "what is not known": {"VENDOR.key": "x" * 9000},
    }
    for what, found in records.items():
        group.either(f"carries {what}", "files are bytes alone", tar(pax(**found), GOOD), one)
