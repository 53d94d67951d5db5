"""The tables behind the NFC of tokenizers, read off the library: those of Unicode 9.0, whatever its regexes know."""

import unicodedata2
from tokenizers import normalizers

from unicode_classes import CHUNK, SCALARS

HANGUL = range(0xAC00, 0xAC00 + 11172)
NFC, NFD = normalizers.NFC(), normalizers.NFD()
# The lowest class but 0, and the highest: one of the two moves whatever has a class.
OVERLAY, IOTA = 0x0334, 0x0345


def normalized(form, texts):
    """The normalized texts. A line feed between them keeps them apart: it neither moves nor composes."""
    result = []
    for start in range(0, len(texts), CHUNK):
        result += form.normalize_str("\n".join(texts[start : start + CHUNK])).split("\n")
    if len(result) != len(texts):
        raise SystemExit("a line feed was lost")
    return result


class Tables:
    """Combining classes, full canonical decompositions and composing pairs, without the Hangul syllables."""

    def __init__(self):
        self.scalars = [code for code in SCALARS if code != 0x0A and code not in HANGUL]
        texts = [chr(code) for code in self.scalars]
        self.decompositions = {
            code: tuple(map(ord, parts))
            for code, parts in zip(self.scalars, normalized(NFD, texts))
            if parts != chr(code)
        }
        composed = normalized(NFC, texts)
        self.changed = {code for code, text in zip(self.scalars, composed) if text != chr(code)}
        self.classes = self.read_classes()
        self.pairs = self.read_pairs()

    def read_classes(self):
        moves = self.moving([code for code in self.scalars if code not in self.decompositions])
        classes = {code: unicodedata2.combining(chr(code)) for code in moves}
        # One scalar for each class; the library must order every other one about it as the class says.
        known = {value: code for code, value in sorted(classes.items(), reverse=True)}
        if 0 in known:
            raise SystemExit(f"{known[0]:04X} moves and has no class")
        for value, mark in known.items():
            self.check_order(classes, value, mark)
        return classes

    @staticmethod
    def moving(codes):
        before = normalized(NFD, [chr(IOTA) + chr(code) for code in codes])
        behind = normalized(NFD, [chr(code) + chr(OVERLAY) for code in codes])
        return [
            code
            for code, first, second in zip(codes, before, behind)
            if first[0] != chr(IOTA) or second[-1] != chr(OVERLAY) or code in (IOTA, OVERLAY)
        ]

    @staticmethod
    def check_order(classes, value, mark):
        codes = [code for code in classes if code != mark]
        before = normalized(NFD, [chr(mark) + chr(code) for code in codes])
        behind = normalized(NFD, [chr(code) + chr(mark) for code in codes])
        for code, first, second in zip(codes, before, behind):
            if (first[0] != chr(mark)) != (classes[code] < value):
                raise SystemExit(f"{mark:04X} {code:04X} is not ordered by class")
            if (second[-1] != chr(mark)) != (classes[code] > value):
                raise SystemExit(f"{code:04X} {mark:04X} is not ordered by class")

    def read_pairs(self):
        """The composites, each by all but the last scalar of its decomposition, composed, and the last one."""
        composites = [code for code in self.decompositions if code not in self.changed]
        fronts = normalized(NFC, ["".join(map(chr, self.decompositions[code][:-1])) for code in composites])
        pairs = {}
        for code, front in zip(composites, fronts):
            if len(front) != 1:
                raise SystemExit(f"{code:04X} is not made of two")
            pairs[ord(front), self.decompositions[code][-1]] = code
        for (first, second), text in zip(pairs, normalized(NFC, [chr(a) + chr(b) for a, b in pairs])):
            if text != chr(pairs[first, second]):
                raise SystemExit(f"{first:04X} {second:04X} does not compose")
        return pairs
