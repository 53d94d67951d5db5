import csv as python_csv
import gzip
import json


def opened(file, mode, **options):
    return gzip.open(file, mode, **options) if file.endswith(".gz") else open(file, mode, **options)


def counted(records, texts):
    count = size = longest = 0
    for record in records:
        count += 1
        for text in texts(record):
            length = len(text) if text.isascii() else len(text.encode())
            size += length
            if length > longest:
                longest = length
    return count, size, longest


def csv(file, threads):
    with opened(file, "rt", encoding="utf-8", newline="") as lines:
        rows = python_csv.reader(lines)
        next(rows)
        return counted(rows, lambda row: row)


def values(line):
    return line.values()


def contents(line):
    for message in line["messages"]:
        yield from message.values()


def pairs(file, threads, loads=json.loads):
    with opened(file, "rb") as lines:
        return counted(map(loads, lines), values)


def chat(file, threads, loads=json.loads):
    with opened(file, "rb") as lines:
        return counted(map(loads, lines), contents)
