"""NFC in plain Python over given tables, and the proof that the tables are those of tokenizers."""

import random

import unicodedata2

from unicode_classes import SCALARS
from unicode_composition import HANGUL, NFC, normalized

SEED, RANDOM_TEXTS = 16, 250_000
L, V, T = range(0x1100, 0x1113), range(0x1161, 0x1176), range(0x11A8, 0x11C3)


def decomposed(tables, codes):
    for code in codes:
        if code in HANGUL:
            place = code - HANGUL.start
            yield L.start + place // 588
            yield V.start + place % 588 // 28
            if place % 28:
                yield T.start - 1 + place % 28
        else:
            yield from tables.decompositions.get(code, (code,))


def ordered(tables, codes):
    result, marks = [], []
    for code in codes:
        if code in tables.classes:
            marks.append(code)
            continue
        result += sorted(marks, key=tables.classes.get)
        result.append(code)
        marks = []
    return result + sorted(marks, key=tables.classes.get)


def composite(tables, first, second):
    if first in L and second in V:
        return HANGUL.start + ((first - L.start) * 21 + second - V.start) * 28
    if first in HANGUL and (first - HANGUL.start) % 28 == 0 and second in T:
        return first + second - T.start + 1
    return tables.pairs.get((first, second))


def composed(tables, codes):
    result, starter, last = [], None, 0
    for code in codes:
        value = tables.classes.get(code, 0)
        if starter is not None and (last == 0 or last < value):
            joined = composite(tables, result[starter], code)
            if joined:
                result[starter] = joined
                continue
        if value == 0:
            starter = len(result)
        last = value
        result.append(code)
    return result


def nfc(tables, text):
    return "".join(map(chr, composed(tables, ordered(tables, decomposed(tables, map(ord, text))))))


def random_texts(tables):
    """Texts of what NFC moves, joins and takes apart, with marks it does not know yet."""
    choose = random.Random(SEED)
    seconds = sorted({second for _, second in tables.pairs})
    pools = [
        sorted(tables.classes), sorted(tables.decompositions), sorted(tables.changed), seconds,
        sorted({first for first, _ in tables.pairs}), newer_marks(tables), L, V, T, HANGUL,
        range(0x10FF, 0x1200), range(0x20, 0x7F), SCALARS,
    ]  # fmt: skip
    for _ in range(RANDOM_TEXTS):
        few = choose.sample(pools, choose.randint(1, 4))
        yield "".join(chr(choose.choice(choose.choice(few))) for _ in range(choose.randint(1, 16)))


def newer_marks(tables):
    """Scalars to which Unicode 16.0 gives a class or a decomposition, and tokenizers does not."""
    known = tables.classes.keys() | tables.decompositions.keys()
    return [code for code in SCALARS if code not in known and code not in HANGUL and has_role(chr(code))]


def has_role(scalar):
    return unicodedata2.combining(scalar) or unicodedata2.decomposition(scalar)[:1] not in ("", "<")


def prove(tables):
    """Stops unless the plain NFC says what tokenizers says of every scalar, pair and random text."""
    scalars = [chr(code) for code in SCALARS if code != 0x0A]
    firsts = sorted({first for first, _ in tables.pairs} | set(tables.decompositions) | {*L, *V, *T})
    seconds = sorted({second for _, second in tables.pairs} | {*L, *V, *T})
    pairs = [chr(first) + chr(second) for first in firsts for second in seconds]
    syllables = [chr(code) + chr(T[0]) for code in HANGUL]
    between = [f"e\u0345{text}\u0334\u0301" for text in scalars]
    groups = scalars, between, pairs, syllables
    for texts in groups:
        compare(tables, texts, normalized(NFC, texts))
    texts = list(random_texts(tables))
    compare(tables, texts, [NFC.normalize_str(text) for text in texts])
    return sum(map(len, groups)), len(texts)


def compare(tables, texts, results):
    for text, result in zip(texts, results, strict=True):
        if nfc(tables, text) != result:
            raise SystemExit(f"NFC differs for {' '.join(f'{ord(c):04X}' for c in text)}")
