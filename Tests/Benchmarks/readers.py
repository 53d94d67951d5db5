"""The programs that read a file, each with its command line."""

import dataclasses

from places import HERE, PYTHON, READBENCH, TUNEPREP

FILES = {
    "csv": ("pa.csv",),
    "short": ("short.csv",),
    "jsonl": ("pa.jsonl",),
    "chat": ("chat.jsonl",),
    "gz": ("pa.csv.gz", "short.csv.gz", "pa.jsonl.gz", "chat.jsonl.gz"),
}


@dataclasses.dataclass(frozen=True)
class Program:
    name: str
    # `{file}` and `{threads}` are filled in.
    words: tuple
    # A floor does less than reading records and prints nothing to compare; ours is neither floor nor peer.
    role: str = "peer"
    # False for what uses one core only.
    is_threaded: bool = False
    # What is run where this one fails.
    fallback: "Program | None" = None

    def command(self, file, threads):
        return [word.format(file=file, threads=threads) for word in self.words]


def floor(name, *words):
    return Program(name, words, role="floor")


def peer(name, module, way, **options):
    return Program(name, (PYTHON, f"{HERE}/peer.py", module, way, "{file}", "{threads}"), **options)


READER = Program("readbench", (READBENCH, "{file}", "--jobs", "{threads}"), role="ours", is_threaded=True)
CHECK = Program(
    "tuneprep check",
    (TUNEPREP, "check", "{file}", "--format", "json", "--fail-on", "never", "--progress", "none", "--jobs", "{threads}"),
    role="ours",
    is_threaded=True,
)
PLAIN_FLOORS = [floor("wc -l", "wc", "-l", "{file}"), floor("cat", "cat", "{file}")]
PACKED_FLOORS = [
    peer("zlib, inflating only", "zlib_only", "inflate", role="floor"),
    floor("gzip -dc", "gzip", "-dc", "{file}"),
]


def csv_peers():
    sequential = peer("DuckDB, parallel=false", "with_duckdb", "csv_sequential", is_threaded=True)
    return [
        peer("polars, streaming", "with_polars", "csv", is_threaded=True),
        peer("pyarrow open_csv", "with_pyarrow", "csv", is_threaded=True),
        peer("pyarrow read_csv, whole file", "with_pyarrow", "csv_whole", is_threaded=True),
        peer("DuckDB", "with_duckdb", "csv", is_threaded=True, fallback=sequential),
        peer("pandas, C engine", "with_pandas", "csv"),
        peer("Python csv", "with_python", "csv"),
    ]


def json_peers(way):
    return [
        peer("polars, streaming", "with_polars", way, is_threaded=True),
        peer("pyarrow open_json", "with_pyarrow", way, is_threaded=True),
        peer("pyarrow read_json, whole file", "with_pyarrow", f"{way}_whole", is_threaded=True),
        peer("DuckDB", "with_duckdb", way, is_threaded=True),
        peer("orjson, line by line", "with_orjson", way),
        peer("Python json, line by line", "with_python", way),
    ]


def programs(file):
    """What reads this file: floors first, the first of them to be compared with."""
    if ".csv" in file:
        peers = csv_peers()
    else:
        peers = json_peers("chat" if file.startswith("chat") else "pairs")
    return (PACKED_FLOORS if file.endswith(".gz") else PLAIN_FLOORS) + [READER] + peers
