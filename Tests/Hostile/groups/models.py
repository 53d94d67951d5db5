"""Archives that unpack well, and the check of the model in them."""

import json
import pickle
import struct

from archives.adapters import adapter, safetensors
from archives.gzips import member
from archives.tars import END, file, folder
from judging.case import Cases


def packed(files):
    return member(b"".join(file(name, data) for name, data in files.items()) + END)


def cases(absolute):
    group = Cases("models")
    good = adapter()
    weights, config = good["adapter_model.safetensors"], json.loads(good["adapter_config.json"])
    group.extract("adapter", "a whole adapter passes the check", packed(good), good, checked=True)
    below = {f"./{name}": data for name, data in good.items()}
    group.extract(
        "adapter behind a dot",
        "as tar -C writes it",
        member(folder("./") + b"".join(file(name, data) for name, data in below.items()) + END),
        good,
        checked=True,
    )
    group.refuse(
        "adapter and a link",
        "unpacking comes first",
        member(b"".join(file(*one) for one in good.items()) + file("../x", b"x") + END),
        checked=True,
    )
    text = {"readme.txt": b"text\n"}
    group.extract("no model", "what is none at all is said to be none", packed(text), text, checked=True)
    group.findings("weights alone", "no adapter_config.json", packed({"adapter_model.safetensors": weights}))
    group.findings("config alone", "no weights", packed({"adapter_config.json": good["adapter_config.json"]}))
    size = struct.unpack("<Q", weights[:8])[0]
    for what, data in {
        "cut": weights[:-1],
        "longer": weights + b"\0",
        "cut in the header": weights[: size // 2],
        "empty": b"",
        "of text": b"hello",
        "with a longer header": struct.pack("<Q", 1 << 40) + weights[8:],
        "of eight bytes": weights[:8],
        "with a header of no JSON": weights[:8] + b"?" + weights[9:],
        "of no tensors, config wants some": safetensors([]),
    }.items():
        group.findings(
            f"weights {what}", "safetensors that cannot be read", packed({**good, "adapter_model.safetensors": data})
        )
    for what, text in {"cut": b"{", "empty": b"", "a list": b"[]", "not UTF-8": b'{"r": "\xff"}'}.items():
        group.findings(f"config {what}", "JSON that cannot be read", packed({**good, "adapter_config.json": text}))
    other = {**config, "r": 8}
    group.findings(
        "other rank",
        "the config says another than the weights",
        packed({**good, "adapter_config.json": json.dumps(other).encode()}),
    )
    group.findings(
        "pickle beside", "code that runs when it is loaded", packed({**good, "adapter_model.bin": pickle.dumps(print)})
    )
    return group.all
