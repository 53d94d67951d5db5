"""Safetensors files, most of them damaged: in what the header says, in its text, or in the bytes of the file."""

import json
import struct

BITS = {
    "BOOL": 8, "F4": 4, "F6_E2M3": 6, "F6_E3M2": 6, "U8": 8, "I8": 8, "F8_E5M2": 8, "F8_E4M3": 8, "F8_E8M0": 8,
    "F8_E4M3FNUZ": 8, "F8_E5M2FNUZ": 8, "I16": 16, "U16": 16, "F16": 16, "BF16": 16, "I32": 32, "U32": 32, "F32": 32,
    "C64": 64, "F64": 64, "I64": 64, "U64": 64,
}  # fmt: skip
NUMBERS = [0, 1, 2, 3, 7, 8, 255, -1, 1 << 31, 1 << 32, (1 << 62) + 1, (1 << 63) - 1, 1 << 63, (1 << 64) - 1, 1 << 64]
ODD = [None, True, 1.0, 2.5, "1", [], {}, [1], "F16", "f16", "F128", "", "\u0000", "é"]
TEXTS = [
    "-0", "1e2", "1E400", "01", "+1", "0x1", "NaN", "Infinity", "\\ud800", "\\ud83d\\ude00", "\\u0000", "\\x", "\t",
    "\n", " ", "null", "true", "[", "]", "{", "}", '"', ",", ":", "//", "\ufeff", "[" * 130 + "]" * 130,
]  # fmt: skip


def sound(chance):
    """Entries of tensors that follow each other, and the number of their bytes."""
    entries, end = {}, 0
    for place in range(chance.randint(0, 5)):
        kind = chance.choice(list(BITS))
        shape = [chance.choice((0, 1, 2, 3, 4, 8)) for _ in range(chance.randint(0, 3))]
        bits = BITS[kind]
        for size in shape:
            bits *= size
        if bits % 8:
            continue
        entries[f"layers.{place}.weight"] = {
            "dtype": kind, "shape": shape, "data_offsets": [end, end + bits // 8]}  # fmt: skip
        end += bits // 8
    items = list(entries.items())
    chance.shuffle(items)
    if chance.random() < 0.4:
        items.insert(chance.randint(0, len(items)), ("__metadata__", {"format": "pt", "é": "x"}))
    return items, end


def change(chance, items):
    """Changes one thing that the header says."""
    if not items:
        items.append(("__metadata__", chance.choice(ODD)))
        return
    place = chance.randrange(len(items))
    name, entry = items[place]
    kind = chance.choice(("number", "member", "drop", "more", "entry", "twice", "type", "shift"))
    if kind == "twice":
        items.insert(chance.randint(0, len(items)), (name, dict(entry) if isinstance(entry, dict) else entry))
    elif kind == "entry" or not isinstance(entry, dict) or not entry:
        items[place] = (name, chance.choice([*ODD, list(entry.values()) if isinstance(entry, dict) else 0]))
    elif kind == "drop":
        del entry[chance.choice(list(entry))]
    elif kind == "more":
        entry[chance.choice(("x", "offset", "requires_grad"))] = chance.choice([*ODD, *NUMBERS])
    elif kind == "member" or not entry.keys() >= {"shape", "data_offsets"}:
        entry[chance.choice(list(entry))] = chance.choice([*ODD, *NUMBERS])
    elif kind == "type":
        entry["dtype"] = chance.choice([*BITS, "F16 ", "bf16", {"F16": None}])
    else:
        numbers = entry[chance.choice(("shape", "data_offsets"))]
        if isinstance(numbers, list) and numbers:
            spot = chance.randrange(len(numbers))
            by = chance.choice((-2, -1, 1, 2, 8))
            odd = kind == "number" or not isinstance(numbers[spot], int)
            numbers[spot] = chance.choice(NUMBERS) if odd else numbers[spot] + by


def written(items, chance):
    """The header as text; keys may stand twice."""
    separators = chance.choice(((",", ":"), (", ", ": ")))
    parts = [json.dumps(name) + ":" + json.dumps(entry, separators=separators) for name, entry in items]
    return "{" + ",".join(parts) + "}" + chance.choice(("", "", " ", "   ", "\n", "\t "))


def damage_text(chance, text):
    start = chance.randint(0, len(text))
    end = min(len(text), start + chance.choice((0, 0, 1, 1, 2, 5)))
    return text[:start] + chance.choice([*TEXTS, *map(str, NUMBERS), "", text[start:end] * 2]) + text[end:]


def damage_bytes(chance, file):
    place = chance.randrange(len(file))
    match chance.randrange(5):
        case 0:
            return file[:place] + bytes([chance.randrange(256)]) + file[place + 1 :]
        case 1:
            return file[:place]
        case 2:
            return file + chance.randbytes(chance.randint(1, 9))
        case 3:
            return file[:place] + file[place + 1 :]
        case _:
            return struct.pack("<Q", chance.choice((0, 1, 2, 8, 10**8, 10**8 + 1, 1 << 63, (1 << 64) - 1))) + file[8:]


def file(chance):
    items, size = sound(chance)
    ways = chance.choice(((), ("say",), ("say",), ("say", "say"), ("text",), ("text",), ("text", "text"), ("bytes",)))
    for way in ways:
        if way == "say":
            change(chance, items)
    text = written(items, chance)
    for way in ways:
        if way == "text":
            text = damage_text(chance, text)
    header = text.encode()
    whole = struct.pack("<Q", len(header)) + header + chance.randbytes(size)
    return damage_bytes(chance, whole) if "bytes" in ways else whole
