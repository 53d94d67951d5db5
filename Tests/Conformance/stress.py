"""Nasty strings: every kind comes from a seed of its own, so that one can be changed without the others."""

import itertools
import random

import sentences
import soup
import traps
import vocabularywords

SEED = 20261121


def joined(chance, pool, shortest, longest):
    return "".join(chance.choices(pool, k=chance.randint(shortest, longest)))


def some(count, make):
    return lambda chance: [make(chance) for _ in range(count)]


def fixed(chance):
    single = [*traps.SPLITS, *traps.LITERALS, *traps.COMPOSED, *traps.EMOJI, *sentences.SENTENCES, ""]
    return [text for each in single for text in (each, f" {each}", f"{each} ", f"a{each}b", f"{each}\n", each * 3)]


def classes(chance):
    """Every string of up to four signs of different classes."""
    return map("".join, itertools.chain(*(itertools.product(traps.CLASSES, repeat=size) for size in (1, 2, 3, 4))))


def contractions(chance):
    fronts = ("", "a", " ", "1", "!", "\n", "don", "\u3000", "é", "'")
    backs = ("", "x", " x", "'s", "1", "é")
    return map("".join, itertools.product(fronts, traps.APOSTROPHES, traps.ENDINGS, backs[: 3 + chance.randint(1, 3)]))


def spaces(chance):
    """Runs of spaces, of U+2581 and of both, alone and between others."""
    for size in range(1, 131):
        for run in (*(each * size for each in " ▁\u3000\t\n"), joined(chance, " ▁", size, size)):
            for front, back in (("", ""), ("a", ""), ("", "b"), ("a", "b"), ("1", "!"), ("。", "中"), ("\n", "\r")):
                yield front + run + back


def blanks(chance):
    return joined(chance, [*traps.BLANKS, *traps.ALMOST_BLANK, *"a1!' ", *traps.LINE_ENDS], 1, 8)


def line_ends(chance):
    return joined(chance, [*traps.LINE_ENDS, *traps.LINE_ENDS, " ", "  ", "a", "!", "1", "。", "'s"], 1, 10)


def digits(chance):
    return joined(chance, [*traps.DIGITS, *"0123456789", " ", "a", ".", ",", "中"], 1, 12)


def literals(chance):
    return joined(chance, [*traps.LITERALS, " ", "a", "\n", "▁", ""], 1, 5)


def composed(chance):
    return joined(chance, [*traps.COMPOSED, *traps.MARKS, *"aeouAEO ", "1", "!", "\n"], 1, 8)


def marks(chance):
    """A letter under many marks, out of order."""
    return chance.choice("aeioAcdक가か!1 ") + joined(chance, traps.MARKS, 1, chance.choice((3, 8, 40)))


def hangul(chance):
    jamo = [chr(chance.randint(low, high)) for low, high in ((0x1100, 0x1113), (0x1160, 0x1176), (0x11A7, 0x11C3))]
    whole = [chr(0xAC00 + 28 * chance.randint(0, 398)), chr(chance.randint(0xAC00, 0xD7A3))]
    return joined(chance, [*jamo, *jamo, *whole, " ", "a", "\u3131"], 1, 8)


def emoji(chance):
    return joined(chance, [*traps.EMOJI, "\u200d", "\ufe0f", " ", "a", "!", "\n"], 1, 6)


def controls(chance):
    return joined(chance, [*map(chr, range(32)), *map(chr, range(0x7F, 0xA1)), *"a 1'\x00\x00"], 1, 8)


def anything(chance):
    """Code points of every plane."""
    tops = (0x7F, 0x7FF, 0xFFFF, 0xFFFF, 0x1FFFF, 0x3FFFF, 0x10FFFF)
    letters = (chance.randint(0, chance.choice(tops)) for _ in range(chance.randint(1, 12)))
    return "".join(chr(each) for each in letters if not 0xD800 <= each <= 0xDFFF)


def cuts(chance):
    """Parts of sentences in one script or several."""
    parts = []
    for _ in range(chance.choice((1, 1, 2, 3))):
        sentence = chance.choice(sentences.SENTENCES)
        start = chance.randrange(len(sentence))
        parts.append(sentence[start : start + chance.randint(1, 60)])
    return chance.choice(("", " ", "\n")).join(parts)


def blocks(chance):
    """Texts whose size in bytes lies around a multiple of 16 or 64, with something awkward at the end."""
    size = chance.choice((16, 32, 48, 64, 128, 192, 256, 512, 1024)) + chance.randint(-3, 3)
    text = ""
    while len(text.encode()) < size:
        text += chance.choice((chance.choice(soup.WORDS), chance.choice("  '\n1!aé中"), cuts(chance)[:9]))
    end = chance.choice(("", " ", "  ", "\n", "'s", "'l", "é", "中", "1", "123", " \n", "!\n", "😀", "'"))
    cut = text.encode()[: size - len(end.encode())].decode(errors="ignore")
    return cut + end


def code_points(chance):
    """Every code point as `a`c`b `cc`1 `c; eight a string in the large blocks of one kind."""
    even = ((0x3400, 0xA000), (0xAC00, 0xD7A4), (0xE000, 0xF900), (0x17000, 0x18D80), (0x20000, 0x32400))
    alone = [each for each in range(0x20000) if not 0xD800 <= each <= 0xDFFF]
    alone = [each for each in alone if not any(low <= each < high for low, high in even)]
    for letter in map(chr, (*alone, *range(0xE0000, 0xE01F0))):
        yield f"a{letter}b {letter}{letter}1 {letter}"
    for low, high in even:
        for start in range(low, high, 8):
            yield " ".join(f"a{each}b{each}{each}1 {each}" for each in map(chr, range(start, min(start + 8, high))))


KINDS = {
    "fixed": fixed,
    "classes": classes,
    "contractions": contractions,
    "spaces": spaces,
    "blanks": some(8_000, blanks),
    "line ends": some(6_000, line_ends),
    "digits": some(5_000, digits),
    "literals": some(3_000, literals),
    "composed": some(10_000, composed),
    "marks": some(4_000, marks),
    "hangul": some(4_000, hangul),
    "emoji": some(3_000, emoji),
    "controls": some(4_000, controls),
    "anything": some(10_000, anything),
    "cuts": some(20_000, cuts),
    "blocks": some(10_000, blocks),
    "letters": some(12_000, soup.letters),
    "mixture": some(10_000, soup.mixture),
    "short": some(10_000, soup.short),
    "long words": soup.long_words,
    "long runs": soup.long_runs,
    "glued tokens": vocabularywords.glued,
    "unreachable tokens": vocabularywords.unreachable,
    "code points": code_points,
}


def records():
    """All strings by kind."""
    return {kind: list(make(random.Random(f"{SEED} {kind}"))) for kind, make in KINDS.items()}
