"""Differences that are known, each with its reason; an empty list is the goal."""

import dataclasses
import typing


@dataclasses.dataclass(frozen=True)
class Explanation:
    """Why two tokenizers differ in the texts that `covers` is true of."""

    family: str
    # The two that differ: `ours` or the name of a reference.
    pair: tuple[str, str]
    reason: str
    covers: typing.Callable[[str], bool]


EXPLANATIONS: tuple[Explanation, ...] = ()


def reason(family, pair, text):
    """Why these two differ here, if that is known."""
    for each in EXPLANATIONS:
        if each.family == family and each.pair == pair and each.covers(text):
            return each.reason
    return None
