"""Writes small archives, and what models are made of, for a fuzzer to begin with: `seeds.py FOLDER`."""

import json
import pathlib
import sys

from archives import adapters
from groups import formats, kinds, names, quantities, streams, structure, twins

MOST = 8 << 10
# The fuzzer's first byte chooses the size of pieces.
FIRST = b"@"


def write(folder, found):
    folder.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(found):
        if len(data) < MOST:
            (folder / f"{number}").write_bytes(FIRST + data)


def stored(case):
    return b"".join(case.pieces()) if not callable(case.archive) else b""


def inflated(archive):
    """The tar in an archive; nothing when it is damaged."""
    import gzip

    try:
        return gzip.decompress(archive)
    except (OSError, EOFError, ValueError, gzip.zlib.error):
        return b""


def main():
    folder = pathlib.Path(sys.argv[1])
    modules = (names, twins, kinds, quantities, structure)
    tars = [inflated(stored(case)) for module in modules for case in module.cases("/root-of-fuzz")]
    write(folder / "Tar", [tar for tar in tars if tar])
    packed = [
        case for module in (streams, formats) for case in module.cases("/root-of-fuzz") if not case.is_one_of_many
    ]
    write(folder / "Gzip", [stored(case) for case in packed])
    adapter = adapters.adapter()
    write(folder / "Safetensors", [adapter["adapter_model.safetensors"], adapters.safetensors([]), bytes(8)])
    index = {"metadata": {"total_size": 16}, "weight_map": {"a": "model-00001-of-00001.safetensors"}}
    write(folder / "Index", [json.dumps(index).encode()])


main()
