"""The merges a tokenizer.json needs, from vocabularies that only rank or score their tokens."""


def splits(token, known):
    """The ways to cut a token into two known ones, in the order transformers gives them."""
    cuts = [(token[:at], token[at:]) for at in range(1, len(token))]
    cuts = [cut for cut in cuts if cut[0] in known and cut[1] in known]
    return sorted(cuts, key=lambda cut: (known[cut[0]], known[cut[1]]))


def every_split(ranks):
    """Each token from each of its splits, in the order of ranks (TikTokenConverter)."""
    return [cut for token in sorted(ranks, key=ranks.get) if len(token) > 1 for cut in splits(token, ranks)]


def by_score(vocabulary, scores):
    """Each piece from each of its splits, the best score first (SentencePieceExtractor)."""
    found = [(cut, score) for piece, score in scores.items() for cut in splits(piece, vocabulary)]
    return [cut for cut, _ in sorted(found, key=lambda entry: entry[1], reverse=True)]


def one_per_token(ranks):
    """Each token from the two parts that merging leaves before it, as a trainer has learnt it."""
    return [parts(ranks, token) for token in sorted(ranks, key=ranks.get) if len(token) > 1]


def parts(ranks, token):
    limit, symbols = ranks[token], [token[at : at + 1] for at in range(len(token))]
    while len(symbols) > 2:
        joined = [ranks.get(left + right, limit) for left, right in zip(symbols, symbols[1:])]
        best = min(range(len(joined)), key=joined.__getitem__)
        if joined[best] >= limit:
            raise ValueError(f"{token} cannot be reached")
        symbols[best : best + 2] = [symbols[best] + symbols[best + 1]]
    return tuple(symbols)
