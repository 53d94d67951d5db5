"""Where things lie, from the project's root, which is the working folder."""

import pathlib

ROOT = pathlib.Path(__file__).resolve().parents[2]
HERE = "Tests/Benchmarks"
DATA = f"{HERE}/.data"
FIRST = f"{DATA}/first"
PYTHON = f"{HERE}/.venv/bin/python"
READBENCH = f"{HERE}/.build/release/readbench"
MEASURE = f"{HERE}/.build/measure"
TUNEPREP = ".build/release/tuneprep"
REPORTS = "docs/benchmarks"
TRANSFERBENCH = f"{HERE}/.build/release/transferbench"
COUNTBENCH = f"{HERE}/.build/release/countbench"
