"""Reads a file with another library and prints what `readbench` prints.

usage: peer.py MODULE WAY FILE THREADS

MODULE is a file of `peers`, WAY one of its functions; it returns records, bytes of all texts, bytes of the longest.
"""

import importlib
import json
import os
import sys

module, way, file, threads = sys.argv[1:]
# polars reads this when it is loaded.
os.environ["POLARS_MAX_THREADS"] = threads
records, size, longest = getattr(importlib.import_module(f"peers.{module}"), way)(file, int(threads))
print(json.dumps({"records": records, "unreadable": 0, "bytes": size, "longest": longest}))
