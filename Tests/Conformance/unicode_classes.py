"""The character classes of Unicode 16.0, and what two tokenizers' regex engines match of them."""

import tiktoken
import unicodedata2
from tokenizers import Regex, normalizers

SCALARS = [code for code in range(0x110000) if not 0xD800 <= code < 0xE000]
CHUNK = 4096


def letters():
    return {code for code in SCALARS if unicodedata2.category(chr(code))[0] == "L"}


def numbers():
    return {code for code in SCALARS if unicodedata2.category(chr(code))[0] == "N"}


def blanks():
    """What Python's str.strip() takes away: White_Space and U+001C to U+001F."""
    return {
        code
        for code in SCALARS
        if unicodedata2.category(chr(code)) == "Zs" or unicodedata2.bidirectional(chr(code)) in ("WS", "B", "S")
    }


def white_space():
    return blanks() - {0x1C, 0x1D, 0x1E, 0x1F}


def chunks():
    for start in range(0, len(SCALARS), CHUNK):
        yield "".join(map(chr, SCALARS[start : start + CHUNK]))


def matched_by_tokenizers(pattern):
    """The scalars which the regex engine of tokenizers matches one by one: those it takes away."""
    remove = normalizers.Replace(Regex(pattern), "")
    matched = set()
    for chunk in chunks():
        matched |= set(map(ord, chunk)) - set(map(ord, remove.normalize_str(chunk)))
    return matched


def matched_by_tiktoken(pattern):
    """The scalars which the regex engine of tiktoken matches one by one: what does not match is left out."""
    encoding = tiktoken.Encoding(
        "bytes", pat_str=pattern, mergeable_ranks={bytes([byte]): byte for byte in range(256)}, special_tokens={}
    )
    matched = set()
    for chunk in chunks():
        matched |= set(map(ord, encoding.decode(encoding.encode_ordinary(chunk), errors="strict")))
    return matched


def checked_classes():
    """Letters, numbers and white space, after both engines have agreed on every scalar."""
    classes = {r"\p{L}": letters(), r"\p{N}": numbers(), r"\s": white_space()}
    for pattern, expected in classes.items():
        for engine in (matched_by_tokenizers, matched_by_tiktoken):
            differing = engine(pattern) ^ expected
            if differing:
                shown = " ".join(f"{code:04X}" for code in sorted(differing)[:10])
                raise SystemExit(f"{engine.__name__} differs for {pattern} in {len(differing)} scalars: {shown}")
    if blanks() != {code for code in SCALARS if chr(code).isspace()}:
        raise SystemExit("str.isspace() differs from the blanks")
    return list(classes.values())
