"""Names: what leads outside, what lies to a reader, what is too long."""

import unicodedata

from archives.gzips import member
from archives.tars import END, file, filled, folder, header, long_name, pax, pax_raw, record, summed
from judging.case import Cases

TEXT = b"text\n"
# Where names that lead outside want to write, from the target.
STOLEN = "../outside/new.txt"


def tar(*entries):
    return member(b"".join(entries) + END)


def named(name, data=TEXT):
    """A file whose name stands in a pax record, so that it is read as UTF-8."""
    return pax_raw(record("path", name)) + header("short", len(data)) + data + bytes(512 - len(data))


def cases(absolute):
    """All cases; absolute names lead into the folder `absolute`."""
    group = Cases("names")
    leading_out(group, absolute)
    plain_paths(group)
    other_systems(group)
    signs(group)
    lengths(group)
    return group.all


def leading_out(group, absolute):
    forms = {
        "first": STOLEN,
        "behind a dot": "./" + STOLEN,
        "in the middle": "a/../../outside/new.txt",
        "twice in the middle": "a/b/../../../outside/new.txt",
        "last": "a/..",
        "alone": "..",
        "alone with a slash": "../",
        "inside": "a/../b.txt",
        "with doubled slashes": "..//outside//new.txt",
        "many": "../" * 12 + "new.txt",
        "behind an empty part": "a//../../outside/new.txt",
    }
    for place, name in forms.items():
        about = f"`..` {place}"
        group.refuse(f"dots {place}", about, tar(file("a/b/ok.txt", TEXT), file(name, TEXT)), absent=(STOLEN,))
    writers = {
        "in pax": pax(path=STOLEN) + file("ok.txt", TEXT),
        "in a long name": long_name(STOLEN) + file("ok.txt", TEXT),
        "as a folder": folder("../outside/new.txt"),
        "with a prefix": prefixed("..", "outside/new.txt"),
        "as a folder's mode": folder("../outside", mode=0o700),
    }
    for place, entries in writers.items():
        group.refuse(f"dots {place}", f"a name that leads outside {place}", tar(entries), absent=(STOLEN,))
    there = f"{absolute}/new.txt"
    for form in (there, "/" + there, "//" + there, "./" + there, "/..//" + there):
        name = "absolute " + form.replace(absolute, "ROOT")
        group.refuse(name, "a name from the root", tar(file(form, TEXT)), absent=(there,))
    group.refuse("root as a folder", "the root itself", tar(folder("/", mode=0o700), file("a.txt", TEXT)))


def prefixed(prefix, name):
    """A file whose name is split over the two fields of ustar."""
    block = bytearray(header(name, len(TEXT)))
    block[345 : 345 + len(prefix)] = prefix.encode()
    return summed(block) + filled(TEXT)


def plain_paths(group):
    one = {"a/b.txt": TEXT}
    group.extract("split name", "a name over both fields of ustar", tar(prefixed("a", "b.txt")), one)
    group.extract("one dot in front", "./ before the name", tar(file("./a/b.txt", TEXT)), one)
    group.extract("dot folder", "./ itself", tar(folder("./"), file("./a/b.txt", TEXT)), one)
    group.extract(
        "hidden", "a name that begins with a dot", tar(file(".a/..b/c...txt", TEXT)), {".a/..b/c...txt": TEXT}
    )
    group.refuse("three dots", "a name of dots, which other systems leave out", tar(file(".../b.txt", TEXT)))
    group.extract(
        "spaces inside", "blanks and quotes", tar(file('a b/it\'s "c".txt', TEXT)), {'a b/it\'s "c".txt': TEXT}
    )
    group.extract("dash in front", "what looks like an option", tar(file("-rf/--to=x", TEXT)), {"-rf/--to=x": TEXT})
    group.extract(
        "shell signs", "what a shell would expand", tar(file("$(id);`id`|&!.txt", TEXT)), {"$(id);`id`|&!.txt": TEXT}
    )
    group.extract(
        "empty folder", "a folder with nothing in it", tar(folder("a/"), file("b", TEXT)), {"b": TEXT}, folders=("a",)
    )
    group.extract("folder again", "a folder twice", tar(folder("a"), folder("a/"), file("a/b.txt", TEXT)), one)
    group.extract("folder late", "a folder after what is in it", tar(file("a/b.txt", TEXT), folder("a/")), one)
    for name in ("././a", "a//b", "a/./b", ".//a", "a/.", "./."):
        group.refuse(f"not plain {name}", "an empty part or a dot", tar(file("ok.txt", TEXT), file(name, TEXT)))
    group.refuse("no name", "an empty name", tar(file("", TEXT)))
    group.refuse("slash behind data", "a folder's name, with data", tar(file("x.txt/", TEXT)))


def other_systems(group):
    for name in ("..\\..\\outside\\new.txt", "a\\b.txt", "\\a.txt", "\\\\host\\share\\a.txt"):
        group.refuse(f"backslash {name}", "Windows reads a path", tar(file(name, TEXT)), absent=(STOLEN,))
    for name in ("C:a.txt", "c:/a.txt", "C:\\a.txt", "z:"):
        group.refuse(f"drive {name}", "Windows reads a drive", tar(file(name, TEXT)))
    reserved = ("CON", "nul.txt", "a/COM1", "aux.tar.gz", "Lpt9.json", "PRN/a.txt", "com5.b/c", "NUL")
    for name in reserved:
        group.refuse(f"reserved {name}", "a device's name on Windows", tar(file(name, TEXT)))
    for name in ("console.txt", "com10.txt", "nulls", "lpt", "auxiliary.json", "a.con"):
        group.extract(f"not reserved {name}", "only begins like one", tar(file(name, TEXT)), {name: TEXT})
    for name in ("a. ", "b.", "c ", "d./e", "file:part", "a/D:b"):
        group.either(f"trimmed {name}", "Windows reads another name", tar(file(name, TEXT)), {name: TEXT})


def signs(group):
    bad = {
        "newline": "a\nb",
        "return": "a\rb",
        "tab": "a\tb",
        "escape": "a\x1b[2Jb",
        "bell": "a\x07b",
        "delete": "a\x7fb",
        "next line": "a\x85b",
        "application command": "a\x9fb",
        "terminal title": "\x1b]0;owned\x07",
        "one": "\x01",
        "right to left override": "a\u202etxt.exe",
        "isolate": "a\u2066b\u2069",
        "left to right mark": "a\u200eb",
        "arabic letter mark": "a\u061cb",
        "embedding": "a\u202ab",
    }
    for what, name in bad.items():
        group.refuse(f"sign {what}", "a sign that is not shown but acts", tar(named(name)))
    group.refuse("sign in a folder", "an escape in a folder's name", tar(folder("a\x1b[31m"), file("b", TEXT)))
    encodings = {
        "latin 1": b"caf\xe9.txt",
        "overlong dot": b"\xc0\xae\xc0\xae/outside/new.txt",
        "overlong slash": b"..\xc0\xafa",
        "long overlong slash": b"a\xe0\x80\xafb",
        "surrogate": b"a\xed\xa0\x80b",
        "beyond": b"a\xf4\x90\x80\x80",
        "cut": b"a\xe6\x97",
        "lone": b"\x80",
        "FF": b"\xff\xfea",
    }
    for what, name in encodings.items():
        group.refuse(
            f"not UTF-8, {what}", "bytes of a header that are no text", tar(file(name, TEXT)), absent=(STOLEN,)
        )
    group.refuse("not UTF-8 in pax", "bytes of a record that are no text", tar(named(b"a\xffb")))
    group.refuse(
        "not UTF-8, declared",
        "hdrcharset says binary",
        tar(pax_raw(record("hdrcharset", "BINARY") + record("path", b"a\xffb")), file("c", TEXT)),
    )
    for name in ("日本語.json", "modèle.json", "😀/ключ.txt", "한국어", "ไทย.txt", "𐍈"):
        name = unicodedata.normalize("NFC", name)
        group.extract(f"UTF-8 {name}", "a name outside ASCII, in pax", tar(named(name)), {name: TEXT})
        group.extract(f"raw UTF-8 {name}", "the same in the header", tar(file(name, TEXT)), {name: TEXT})


def lengths(group):
    for size, sign in ((255, "n"), (252, "日"), (256, "n"), (258, "日"), (300, "n"), (4096, "n")):
        name = sign * (size // len(sign.encode()))
        about = f"a part of {size} bytes"
        add = group.extract if size <= 255 else group.refuse
        add(f"{about} of {sign}", about, tar(named(name)), **({"files": {name: TEXT}} if size <= 255 else {}))
        add(
            f"{about} of {sign} as a folder",
            about,
            tar(named(f"{name}/a")),
            **({"files": {f"{name}/a": TEXT}} if size <= 255 else {}),
        )
    for size in (1024, 1025, 4095, 4096, 8192, 100_000):
        name = "/".join(["p" * 99] * (size // 100 + 1))[:size].rstrip("/").ljust(size, "q")
        about = f"a path of {size} bytes"
        if size <= 1024:
            group.extract(about, about, tar(named(name)), {name: TEXT})
        else:
            group.refuse(about, about, tar(named(name)))
            group.refuse(f"{about} by GNU", about, tar(long_name(name), file("short", TEXT)))
    for depth in (32, 33, 500):
        name = "/".join(["d"] * depth)
        if depth <= 32:
            group.extract(f"{depth} deep", "folders in folders", tar(named(name)), {name: TEXT})
        else:
            group.refuse(f"{depth} deep", "folders in folders", tar(named(name)))
