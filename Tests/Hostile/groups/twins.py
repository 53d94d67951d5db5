"""Names that are one on other systems, and names that change what they are."""

from archives.tars import file, folder
from groups.names import TEXT, named, tar
from judging.case import Cases


def cases(absolute):
    group = Cases("twins")
    same(group)
    different(group)
    changing(group)
    return group.all


def same(group):
    pairs = {
        "the same name": ("a.txt", "a.txt"),
        "a dot in front": ("a.txt", "./a.txt"),
        "case": ("Config.json", "config.json"),
        "composed": ("caf\u00e9", "cafe\u0301"),
        "hangul": ("\uac00", "\u1100\u1161"),
        "sharp s": ("ma\u00df", "ma\u1e9e"),
        "sharp s spelt out": ("stra\u00dfe", "STRASSE"),
        "kelvin": ("k.txt", "\u212a.txt"),
        "long s": ("s.txt", "\u017f.txt"),
        "final sigma": ("\u03c3", "\u03c2"),
        "ligature": ("\ufb01le", "file"),
        "capital e acute": ("\u00e9", "E\u0301"),
        "dotted I": ("\u0130", "i\u0307"),
        "angstrom": ("\u212b", "\u00e5"),
        "cherokee": ("\u13a0", "\uab70"),
        "folders by case": ("A/x", "a/y"),
        "a folder and a file by case": ("Weights/x", "weights"),
        "a slash behind": ("a", "a/"),
        "greek iota": ("\u1f80", "\u1f00\u03b9"),
        "deseret": ("\U00010400", "\U00010428"),
    }
    about = "one name where case or form is not told apart"
    for what, (first, second) in pairs.items():
        group.refuse(f"twins, {what}", about, tar(named(first), named(second)))
        group.refuse(f"twins, {what}, turned", about, tar(named(second), named(first)))
        group.refuse(f"twins, {what}, in headers", about, tar(file(first, TEXT), file(second, TEXT)))
    # One folder when names are composed before they are compared, as libarchive does it.
    first, second = "caf\u00e9/x", "cafe\u0301/y"
    group.either("folders by form", about, tar(named(first), named(second)), {first: TEXT, second: TEXT})


def different(group):
    pairs = {
        "accent": ("e", "\u00e9"),
        "super": ("2", "\u00b2"),
        "wide": ("a", "\uff41"),
    }
    for what, (first, second) in pairs.items():
        both = {first: TEXT, second: TEXT}
        group.extract(f"no twins, {what}", "names that stay apart", tar(named(first), named(second)), both)
    # Windows has them as one where its table is older than the rule.
    dotless = {"\u0131": TEXT, "i": TEXT}
    group.either("dotless i", "upper case has them as one", tar(*map(named, dotless)), dotless)


def changing(group):
    kinds = {
        "file, then folder": file("x", TEXT) + folder("x"),
        "folder, then file": folder("x") + file("x", TEXT),
        "file as a parent": file("x", TEXT) + file("x/y", TEXT),
        "parent as a file": file("x/y", TEXT) + file("x", TEXT),
        "file as a grandparent": file("x", TEXT) + file("x/y/z", TEXT),
        "file again, empty": file("x", TEXT) + file("x"),
        "file as a parent by case": file("X", TEXT) + file("x/y", TEXT),
        "file, folder, child": file("x", TEXT) + folder("x") + file("x/y", TEXT),
        "file twice, last": file("x", TEXT) + file("y", TEXT) + file("x", b"other\n"),
    }
    for what, entries in kinds.items():
        group.refuse(what, "a name that changes what it is", tar(entries))
    return group.all
