"""Generates the files that are read, from a seed, and knows what a reader must find in them.

usage: generate.py [MEGABYTES]

Files of the same size and version are kept. `first/` holds the first records of each: reading them is what a program
takes to start.
"""

import csv
import gzip
import json
import os
import pathlib
import shutil
import sys

from prose import Prose
from words import ADJECTIVES, NOUNS

VERSION = 1
SEED = 20261121
FOLDER = pathlib.Path(__file__).parent / ".data"
PLAIN = ("pa.csv", "short.csv", "pa.jsonl", "chat.jsonl")
FIRST = 5
SYSTEM = "You are a careful research assistant. Answer from the context only."
HIGH = bytes(range(0x80, 0x100))


class Count:
    """What a reader must find: records, bytes of all texts, bytes of the longest."""

    def __init__(self):
        self.records = self.bytes = self.longest = 0

    def add(self, *lengths):
        self.records += 1
        self.bytes += sum(lengths)
        self.longest = max(self.longest, *lengths)


def write_pairs(folder, limit, most):
    """Writes the same records three times, until the CSV has `limit` bytes or there are `most` records."""
    prose = Prose(SEED)
    plain, escaped = json.JSONEncoder(ensure_ascii=False).encode, json.JSONEncoder().encode
    pairs, chats = Count(), Count()
    lines = quoted = foreign = 0
    roles = [len(text) for text in ("system", SYSTEM, "user", "assistant")]
    chat_start = f'{{"messages": [{{"role": "system", "content": {plain(SYSTEM)}}}, {{"role": "user", "content": '
    with (
        open(folder / "pa.csv", "w", encoding="utf-8", newline="") as table,
        open(folder / "pa.jsonl", "w", encoding="utf-8", newline="") as objects,
        open(folder / "chat.jsonl", "w", encoding="utf-8", newline="") as conversations,
    ):
        writer = csv.writer(table, lineterminator="\n")
        writer.writerow(("prompt", "answer"))
        size = 0
        while size < limit and pairs.records < most:
            prompt, answer = prose.record()
            writer.writerow((prompt, answer))
            p, a = plain(prompt), plain(answer)
            conversations.write(f'{chat_start}{p}}}, {{"role": "assistant", "content": {a}}}]}}\n')
            if pairs.records % 10 == 9:
                p, a = escaped(prompt), escaped(answer)
            objects.write(f'{{"prompt": {p}, "answer": {a}}}\n')
            texts = prompt.encode(), answer.encode()
            lengths = [len(text) for text in texts]
            pairs.add(*lengths)
            chats.add(*roles, *lengths)
            size += sum(lengths) + 6
            lines += 1 + prompt.count("\n") + answer.count("\n")
            quoted += '"' in prompt or '"' in answer
            foreign += sum(len(text) - len(text.translate(None, HIGH)) for text in texts)
    return {
        "pa.csv": vars(pairs) | {"lines": lines + 1, "quoted": quoted, "foreign": foreign},
        "pa.jsonl": vars(pairs),
        "chat.jsonl": vars(chats),
    }


def write_short(folder, limit, most):
    """Writes rows of five short fields, one in fifty with a quoted one, until `limit` bytes or `most` rows."""
    draw = Prose(SEED + 1).draw

    def one(words):
        return words[int(draw() * len(words))]

    rows = []
    for index in range(5_000):
        fields = [str(int(draw() * 100)), one(NOUNS), one(("yes", "no", "maybe")), one("abcde"), str(int(draw() * 10))]
        if index % 50 == 0:
            fields[1] += ", " + one(ADJECTIVES)
        quote = '"' if index % 50 == 0 else ""
        start = f"{fields[0]},{quote}{fields[1]} "
        end = f"{quote},{','.join(fields[2:])}\n"
        rows.append((start, end, len(fields[1]) + 1, sum(map(len, fields)) + 1))
    count, size = Count(), 0
    with open(folder / "short.csv", "w", encoding="ascii", newline="") as file:
        file.write("id,prompt,answer,label,score\n")
        while size < limit and count.records < most:
            start, end, longest, length = one(rows)
            number = str(count.records)
            row = f"{start}{number}{end}"
            file.write(row)
            size += len(row)
            count.records += 1
            count.bytes += length + len(number)
            count.longest = max(count.longest, longest + len(number))
    return {"short.csv": vars(count)}


def compress(path):
    with open(path, "rb") as plain, open(f"{path}.gz", "wb") as file:
        with gzip.GzipFile("", "wb", compresslevel=6, fileobj=file, mtime=0) as packed:
            shutil.copyfileobj(plain, packed, 1 << 20)


def write(folder, limit, most=sys.maxsize):
    """Writes every file into a folder; returns what is in each."""
    folder.mkdir(parents=True, exist_ok=True)
    found = write_pairs(folder, limit, most) | write_short(folder, limit, most)
    facts = {name: found[name] for name in PLAIN}
    for name in PLAIN:
        compress(folder / name)
        facts[name]["size"] = os.path.getsize(folder / name)
        facts[name]["packed"] = os.path.getsize(folder / f"{name}.gz")
    return facts


def is_whole(stamp, facts):
    return facts.get("stamp") == stamp and all(
        (FOLDER / name).exists()
        and os.path.getsize(FOLDER / name) == file["size"]
        and (FOLDER / f"{name}.gz").exists()
        and os.path.getsize(FOLDER / f"{name}.gz") == file["packed"]
        for name, file in facts["files"].items()
    )


def generate(megabytes):
    """Makes sure that the files are there; returns what is in each."""
    stamp = {"version": VERSION, "seed": SEED, "megabytes": megabytes}
    record = FOLDER / "stamp.json"
    if record.exists():
        facts = json.loads(record.read_text())
        if is_whole(stamp, facts):
            return facts["files"]
        record.unlink()
    print(f"generating {megabytes} MB of each file", file=sys.stderr)
    write(FOLDER / "first", megabytes * 1_000_000, FIRST)
    facts = {"stamp": stamp, "files": write(FOLDER, megabytes * 1_000_000)}
    record.write_text(json.dumps(facts, indent=1) + "\n")
    return facts["files"]


if __name__ == "__main__":
    generate(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
