"""Words that are none, mixtures of scripts, and what is long."""

import string

# The pairs of letters that English likes, so that merges go far before they fail.
PAIRS = (
    "th he in er an re on at en nd ti es or te of ed is it al ar st to nt ng se ha as "
    "ou io le ve co me de hi ri ro ic ne ea "
    "ra ce li ch ll be ma si om ur qu zz xq kj vw"
).split()
WORDS = (
    "the", " the", " tokenization", " antidisestablishmentarianism", "Deoxyribonucleic", " phosphofructokinase",
    "ing", " of", " a",
    " I", "'ll", " don", "HTTPServer", "_init_", "camelCase", " XMLHttpRequest", "ß", " naïve", " Größe", "слово",
    " слово", "单词",
    " 2024", "3.14", "0x7f", "\n", "\n\n", "\t", "    ", " -", "--", "...", "!", "?!", " (", ")", "();\n", "://",
    " \\", "\"", "`",
)  # fmt: skip
KANA = "".join(map(chr, range(0x3041, 0x3097))) + "".join(map(chr, range(0x30A1, 0x30FB))) + "ー"
HAN = "的一是不了人我在有他这个上们来到时大地为子中你说生国年着就那和要她出也得里后自以会家可下而过天去能对小多然于心学么之都好看起发当没成只如事把还用第样道想作种开"


POOLS = (string.ascii_lowercase, string.ascii_uppercase, string.digits, string.punctuation, "  \n", HAN, KANA)
POOLS += ("áéößñçø", "абвгдежз")


def letters(chance):
    """Words of likely pairs of letters, sometimes in capitals or with an accent."""
    word = "".join(chance.choices(PAIRS, k=chance.randint(1, 10)))[: chance.randint(1, 20)]
    word = chance.choice((word, word, word.upper(), word.title(), word + "é", "ü" + word, word.swapcase()))
    return chance.choice(("", " ", "(", "\n", "-", "'")) + word + chance.choice(("", "", " ", "'s", ".", "\n", "1"))


def mixture(chance):
    parts = (chance.choices(chance.choice(POOLS), k=chance.randint(1, 4)) for _ in range(chance.randint(1, 8)))
    return "".join("".join(part) for part in parts)


def short(chance):
    """Texts of up to five signs."""
    pool = string.printable + "éß中のк가😀\u00a0\u3000\u2581\u0301²٣\x00\ud7ff\ue000\uffff\U0010ffff"
    return "".join(chance.choices(pool, k=chance.randint(0, 5)))


def long_words(chance):
    """Words around the sizes at which something might change: 15, 24, 64, 128, 256 bytes and far more."""
    makes = (
        lambda size: "".join(chance.choices(string.ascii_lowercase, k=size)),
        lambda size: "".join(chance.choices(PAIRS, k=size // 2 + 1))[:size],
        lambda size: "".join(chance.choices(HAN, k=size)),
        lambda size: "".join(chance.choices(KANA + HAN, k=size)),
        lambda size: "".join(chance.choices("абвгдежзийклмнопрстуя", k=size)),
        lambda size: "".join(chance.choices(string.punctuation, k=size)),
        lambda size: "".join(chance.choices("=-*#_/\\.", k=2) * size)[:size],
        lambda size: "".join(chance.choices(string.digits, k=size)),
        lambda size: "".join(chance.choices("ACGT", k=size)),
        lambda size: "".join(chance.choices("คนไทยกขมน้ำ", k=size)),
        lambda size: "".join(chance.choices("\n\r \t", k=size)),
    )
    sizes = [near + step for near in (7, 8, 15, 16, 24, 32, 64, 128, 256) for step in range(-2, 3)]
    for size in [*sizes * 6, 300, 500, 1_000, 1_023, 2_000, 4_000]:
        for make in makes:
            front, back = chance.choice(("", " ", "a ", "!", "\n")), chance.choice(("", "", " b", "\n", "1", "!"))
            yield front + make(size) + back


def long_runs(chance):
    """One sign, or two in turn, many times."""
    signs = "a Aez1!=-_.#*/~\n\t\rxé中のкß가\u0301\u3000▁\x00"
    for run in (*signs, "ab", "aA", "1a", "! ", " a", "\r\n", "。\n", "e\u0301", "👍", "ha"):
        for size in (2, 3, 5, 9, 17, 33, 63, 64, 65, 100, 127, 128, 129, 200, 255, 256, 257, 600, 1_500, 5_000):
            yield run * size
