"""Prints where tokenizers differ, and how often."""

import collections

import explained

SHOWN = 5
# How many ids are shown from the first that differs.
IDS = 12


def shown(text):
    line = repr(text)
    return line if len(line) <= 300 else f"{line[:200]}…{line[-80:]} ({len(text)} characters)"


def position(left, right):
    """The first index at which two rows of ids differ."""
    pairs = enumerate(zip(left, right))
    return next((index for index, (one, other) in pairs if one != other), min(len(left), len(right)))


class Differences:
    """Collects the records in which two tokenizers differ, by family and the names of both."""

    def __init__(self, texts):
        self.texts = texts
        self.records = {}
        self.explained = collections.Counter()
        self.settled = collections.Counter()
        # The open records of the last comparison of each, to print the same ones once only.
        self.last = {}

    def compare(self, family, left, right, one, other, settled=()):
        """Looks for differences; `settled` are records in which the right one is known to be wrong."""
        key, settled = (family, left, right), set(settled)
        found = one.differing(other)
        self.settled[key] = sum(index in settled for index in found)
        self.records[key] = [index for index in found if index not in settled]
        pair = ("ours" if left.startswith("ours") else left, right)
        reasons = collections.Counter()
        open_ones = []
        for index in self.records[key]:
            text = self.texts[index] if index < len(self.texts) else ""
            reason = explained.reason(family, pair, text)
            reasons[reason] += reason is not None
            if reason is None:
                open_ones.append(index)
        self.explained[key] = sum(reasons.values())
        for reason, count in reasons.items():
            if reason:
                print(f"{family}: {left} and {right} differ in {count} records as explained: {reason}")
        if open_ones and open_ones == self.last.get((family, left)):
            print(f"\n{family}: {left} and {right} differ in the same {len(open_ones)} records")
        elif open_ones:
            self.show(key, open_ones, one, other)
        self.last[family, left] = open_ones

    def show(self, key, indices, one, other):
        family, left, right = key
        followed = "" if left.startswith("ours") else f"; {right} is followed"
        print(f"\n{family}: {left} and {right} differ in {len(indices)} records{followed}")
        for index in indices[:SHOWN]:
            if index >= min(len(one.ends), len(other.ends), len(self.texts)):
                print(f"  record {index}: {len(one.ends)} and {len(other.ends)} records")
                continue
            mine, theirs = one.record(index).tolist(), other.record(index).tolist()
            at = position(mine, theirs)
            print(f"  record {index}, id {at}: {shown(self.texts[index])}")
            print(f"    {left}: counted {one.counts[index]}, {len(mine)} ids, {mine[at : at + IDS]}")
            print(f"    {right}: counted {other.counts[index]}, {len(theirs)} ids, {theirs[at : at + IDS]}")

    @property
    def unexplained(self):
        """How many differences of ours have no reason."""
        keys = (key for key in self.records if key[1].startswith("ours"))
        return sum(len(self.records[key]) - self.explained[key] for key in keys)

    def table(self, said, names):
        print("\n| family | compared | with | tokens | records that differ | explained | other is wrong |")
        print("|---|---|---|---:|---:|---:|---:|")
        for (family, left, right), found in self.records.items():
            key = (family, left, right)
            tokens = sum(said[family, right].counts)
            numbers = (f"{number:,}" for number in (tokens, len(found), self.explained[key], self.settled[key]))
            print(f"| {' | '.join([*key, *numbers])} |")
