"""What a tokenizer makes of many records: their counts and ids, and how two of them differ."""

import array
import dataclasses
import struct


@dataclasses.dataclass
class Encodings:
    """The ids of all records in one row; `counts` and `ends` have one number a record."""

    counts: array.array = dataclasses.field(default_factory=lambda: array.array("I"))
    ids: array.array = dataclasses.field(default_factory=lambda: array.array("I"))
    ends: array.array = dataclasses.field(default_factory=lambda: array.array("Q"))

    def add(self, ids, count=None):
        self.ids.extend(ids)
        self.ends.append(len(self.ids))
        self.counts.append(len(ids) if count is None else count)

    def extend(self, later):
        start = len(self.ids)
        self.ids.extend(later.ids)
        self.counts.extend(later.counts)
        self.ends.extend(start + end for end in later.ends)

    def record(self, index):
        """The ids of one record."""
        return self.ids[self.ends[index - 1] if index else 0 : self.ends[index]]

    def differing(self, other):
        """The records, by index, whose ids or counts are not the other's."""
        if self.counts == other.counts and self.ends == other.ends and self.ids == other.ids:
            return []
        indices = range(max(len(self.ends), len(other.ends)))
        return [index for index in indices if not self.agrees(other, index)]

    def agrees(self, other, index):
        if index >= min(len(self.ends), len(other.ends)) or self.counts[index] != other.counts[index]:
            return False
        return self.record(index) == other.record(index)


def read(path):
    """What `encode` has written: for each record the count, the number of ids, the ids."""
    numbers, found, at = array.array("I"), Encodings(), 0
    raw = path.read_bytes()
    numbers.frombytes(raw[: len(raw) // 4 * 4])
    while at + 2 <= len(numbers):
        count, length = numbers[at : at + 2]
        at += 2 + length
        found.add(numbers[at - length : at], count)
    return found


def write(records, path):
    """Records as `encode` reads them: a length, then the bytes."""
    with open(path, "wb") as file:
        for raw in map(str.encode, records):
            file.write(struct.pack("<I", len(raw)) + raw)
