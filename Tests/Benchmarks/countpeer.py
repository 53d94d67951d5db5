"""Counts the tokens of a file of records with another library and prints what `countbench` prints.

usage: countpeer.py MODULE FAMILY RECORDS THREADS PASSES COUNTS

MODULE is a file of `counters`. The first pass is the cold one; PASSES more follow, fewer where they take long. COUNTS
receives a UInt32 for each record.
"""

import array
import gc
import importlib
import json
import os
import pathlib
import struct
import sys
import time

# Seconds of warm passes after which no other is begun.
ENOUGH = 2
module, family, records, threads, passes, output = sys.argv[1:]
threads = int(threads)
# rayon reads these when it is first used.
os.environ["RAYON_NUM_THREADS"] = str(threads)
os.environ["TOKENIZERS_PARALLELISM"] = "true" if threads > 1 else "false"
sys.path.append(str(pathlib.Path(__file__).parent.parent / "Conformance"))
# One core may be shared with others: its own time. Several: the clock's.
clock = time.process_time if threads == 1 else time.perf_counter


def texts():
    raw, at, found = pathlib.Path(records).read_bytes(), 0, []
    while at < len(raw):
        (length,) = struct.unpack_from("<I", raw, at)
        found.append(raw[at + 4 : at + 4 + length].decode())
        at += 4 + length
    return found


def timed(action):
    start = clock()
    result = action()
    return clock() - start, result


def loaded():
    return importlib.import_module(f"counters.{module}").load(family, threads)


gc.disable()
setup, encode = timed(loaded)
counter = importlib.import_module(f"counters.{module}")
prepared = counter.prepare(texts())
cold, result = timed(lambda: encode(prepared))
counts = counter.counts(result)
del result
warm = []
while len(warm) < int(passes) and sum(warm) < ENOUGH:
    warm.append(timed(lambda: encode(prepared))[0])
with open(output, "wb") as file:
    array.array("I", counts).tofile(file)
print(json.dumps({"setup": setup, "cold": cold, "warm": warm, "tokens": sum(counts)}))
