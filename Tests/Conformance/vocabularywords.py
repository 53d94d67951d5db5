"""Strings made of the vocabularies' own tokens, also of those that merging never reaches."""

import merges
import sentencepiece
import vocabularies


def byte_level(family):
    return list(vocabularies.ranks(family))


def pieces():
    """Mistral's pieces as bytes."""
    processor = sentencepiece.SentencePieceProcessor(model_file=str(vocabularies.path("mistral")))
    names = map(processor.id_to_piece, range(259, processor.get_piece_size()))
    return [name.replace("▁", " ").encode() for name in names]


def glued(chance):
    """Tokens one after the other: single ones, a few, and many; bytes that make no UTF-8 are left out."""
    for tokens in (byte_level("llama-3"), byte_level("qwen-2"), pieces()):
        for token in chance.sample(tokens, 5_000):
            yield token.decode(errors="ignore")
        for longest, count in ((2, 8_000), (4, 4_000), (30, 800)):
            for _ in range(count):
                parts = chance.choices(tokens, k=chance.randint(2, longest))
                yield chance.choice((b"", b"", b" ")).join(parts).decode(errors="ignore")


def is_unreachable(ranks, token):
    try:
        merges.parts(ranks, token)
    except ValueError:
        return True
    return False


def unreachable(chance):
    """Llama 3's tokens that are whole words only: alone, after a space, with a letter more or less, and twice."""
    ranks = vocabularies.ranks("llama-3")
    tokens = [token for token in ranks if len(token) > 2 and is_unreachable(ranks, token)]
    for token in tokens:
        text = token.decode(errors="ignore")
        yield from (text, f" {text}", f"{text} ", f"{text}s", f"a{text}", text + text, f"\n{text}\n", f"中{text}の")
        yield from (text[1:], text[:-1])
        other = chance.choice(tokens).decode(errors="ignore")
        yield from (text + other, f"{text} {other}", f"{other}。{text}")
