"""The vocabularies: where each is, what it must be, and its tokenizer.json, made as transformers' converters make it.

Run as a program it fetches and checks the files and writes the tokenizer.json of each.
"""

import base64
import dataclasses
import hashlib
import json
import pathlib
import sys

import fetching
import merges

FOLDER = pathlib.Path(__file__).parent / ".vocabularies"

CONTRACTIONS = r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|"
SIGNS = r"| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
PATTERNS = {"llama-3": CONTRACTIONS + r"\p{N}{1,3}" + SIGNS, "qwen-2": CONTRACTIONS + r"\p{N}" + SIGNS}


@dataclasses.dataclass(frozen=True)
class File:
    """A vocabulary as its makers publish it: the package that carries it, its path there, and what it must be."""

    package: str
    path: str
    digest: str


FILES = {
    "llama-3": File(
        "llama-models==0.3.0",
        "llama_models/llama3/tokenizer.model",
        "82e9d31979e92ab929cd544440f129d9ecd797b69e327f80f17e1c50d5551b55",
    ),
    "qwen-2": File(
        "dashscope==2.0.2",
        "dashscope/resources/qwen.tiktoken",
        "b2b1b8dfb5cc5f024bafc373121c6aba3f66f9a5a0269e243470a1de16a33186",
    ),
    "mistral": File(
        "mistral-common==1.13.1",
        "mistral_common/data/tokenizer.model.v1",
        "dadfd56d766715c61d2ef780a525ab43b8e6da4de6865bda3d95fdef5e134055",
    ),
}
FAMILIES = tuple(FILES)
# Special tokens as the published files name them; the references are built without, see README.md.
SPECIAL = {
    "llama-3": ["<|begin_of_text|>", "<|end_of_text|>", "<|reserved_special_token_0|>", "<|eot_id|>"],
    "qwen-2": ["<|endoftext|>", "<|im_start|>", "<|im_end|>"],
    "mistral": ["<unk>", "<s>", "</s>"],
}


def path(family, kind="own"):
    """The file of its makers (`own`), its tokenizer.json (`json`), or that without special tokens (`plain`)."""
    names = {
        "own": pathlib.PurePath(FILES[family].path).name,
        "json": f"{family}.json",
        "plain": f"{family}.plain.json",
    }
    return FOLDER / names[kind]


def ranks(family):
    lines = path(family).read_bytes().splitlines()
    return {base64.b64decode(token): int(rank) for token, rank in map(bytes.split, lines)}


def alphabet():
    """The character that stands for each byte in a byte-level tokenizer.json."""
    shown = {*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)}
    hidden = iter(range(0x100, 0x200))
    return [chr(byte if byte in shown else next(hidden)) for byte in range(256)]


def document(model, normalizer, pre_tokenizer, added):
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": added,
        "normalizer": normalizer,
        "pre_tokenizer": pre_tokenizer,
        "post_processor": None,
        "decoder": None,
        "model": {
            "type": "BPE",
            "dropout": None,
            "continuing_subword_prefix": None,
            "end_of_word_suffix": None,
            **model,
        },
    }


def added(family, first):
    flags = {"single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True}
    return [{"id": first + number, "content": text, **flags} for number, text in enumerate(SPECIAL[family])]


def byte_level(family):
    """Llama 3 as TikTokenConverter writes it; Qwen 2 like its published file: one merge a token, as `"a b"`."""
    table, letters = ranks(family), alphabet()
    shown = {token: "".join(letters[byte] for byte in token) for token in table}
    pairs = merges.every_split(table) if family == "llama-3" else merges.one_per_token(table)
    pairs = [[shown[left], shown[right]] for left, right in pairs]
    model = {
        "unk_token": None,
        "fuse_unk": False,
        "byte_fallback": False,
        "ignore_merges": family == "llama-3",
        "vocab": {shown[token]: rank for token, rank in table.items()},
        "merges": pairs if family == "llama-3" else [" ".join(pair) for pair in pairs],
    }
    split = {"type": "Split", "pattern": {"Regex": PATTERNS[family]}, "behavior": "Isolated", "invert": False}
    bytes_ = {"type": "ByteLevel", "add_prefix_space": False, "trim_offsets": True, "use_regex": False}
    normalizer = {"type": "NFC"} if family == "qwen-2" else None
    pre_tokenizer = {"type": "Sequence", "pretokenizers": [split, bytes_]}
    return document(model, normalizer, pre_tokenizer, added(family, len(table)))


def sentence_piece():
    """Mistral as SpmConverter (LlamaConverter) writes it."""
    import sentencepiece

    processor = sentencepiece.SentencePieceProcessor(model_file=str(path("mistral")))
    numbers = range(processor.get_piece_size())
    scores = {processor.id_to_piece(number): processor.get_score(number) for number in numbers}
    vocabulary = {piece: number for number, piece in enumerate(scores)}
    model = {
        "unk_token": "<unk>",
        "fuse_unk": True,
        "byte_fallback": True,
        "ignore_merges": False,
        "vocab": vocabulary,
        "merges": [" ".join(pair) for pair in merges.by_score(vocabulary, scores)],
    }
    steps = [
        {"type": "Prepend", "prepend": "▁"},
        {"type": "Replace", "pattern": {"String": " "}, "content": "▁"},
    ]
    return document(model, {"type": "Sequence", "normalizers": steps}, None, added("mistral", 0))


def save(made, target):
    target.write_text(json.dumps(made, ensure_ascii=False), encoding="utf-8")


def fetch(family):
    file, target = FILES[family], path(family)
    if not target.exists():
        fetching.take(file.package, file.path, target)
    found = hashlib.sha256(target.read_bytes()).hexdigest()
    if found != file.digest:
        sys.exit(f"error: {target} has the SHA-256 {found}, not {file.digest}")


def convert(family):
    if not path(family, "plain").exists():
        made = sentence_piece() if family == "mistral" else byte_level(family)
        save(made, path(family, "json"))
        save({**made, "added_tokens": []}, path(family, "plain"))


def prepare():
    """Fetches, checks and converts what is not there yet."""
    for family in FAMILIES:
        fetch(family)
        convert(family)


if __name__ == "__main__":
    prepare()
