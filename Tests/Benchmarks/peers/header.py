import csv
import gzip


def header(file):
    """The names in the first line of a CSV file."""
    opened = gzip.open(file, "rt", encoding="utf-8") if file.endswith(".gz") else open(file, encoding="utf-8")
    with opened as lines:
        return next(csv.reader(lines))
