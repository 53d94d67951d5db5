"""What a program may say: an error that names what and where, and never a sign that acts on a terminal."""

import re
import unicodedata

# Signs of direction: they make a line read as another.
DIRECTION = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
MOST = 16 << 10


def wording(case, ended, jail, is_error):
    faults = []
    for stream, said in (("output", ended.out), ("error", ended.err)):
        faults += [f"standard {stream}: {fault}" for fault in signs(said)]
    if is_error:
        faults += error(case, ended.err.decode(errors="replace"), jail)
    return faults


def signs(said):
    if len(said) > MOST:
        yield f"{len(said)} bytes"
    try:
        text = said.decode()
    except UnicodeDecodeError:
        yield "bytes that are no text"
        return
    acting = {sign for sign in text if sign != "\n" and (unicodedata.category(sign) == "Cc" or sign in DIRECTION)}
    if acting:
        yield f"raw {', '.join(sorted(ascii(sign) for sign in acting))}"


def error(case, said, jail):
    lines = [line for line in said.splitlines() if line.startswith("error: ")]
    if len(lines) != 1:
        return [f"{len(lines)} lines begin with `error: `"]
    faults = []
    if "model.tar.gz" not in said and str(jail.target.parent) not in said:
        faults.append(f"the error names neither the archive nor what it writes: {lines[0]!a}")
    if len(lines[0]) < 20 or re.search(r"\b(Optional|TuneArchives|ArchiveError)\b", lines[0]):
        faults.append(f"the error says nothing: {lines[0]!a}")
    if case.says and not any(word in said for word in case.says):
        faults.append(f"the error has none of {case.says}: {lines[0]!a}")
    return faults
