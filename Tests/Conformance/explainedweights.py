"""Differences from the safetensors library that are meant, each with its reason."""

import re

# The name of each difference, and what ours says then; the library accepts all of these.
STRICTER = {
    # The format's README disallows duplicate keys; which of the two counts depends on the reader.
    "a key stands twice": r"duplicateKey\(",
    # The README: the header must begin with `{`. Checked in the file as well, below.
    "space before the header": r"notAnObject",
    # The README: `__metadata__` is a map of texts.
    "the metadata are null": r'must be an object, not null, tensor: Optional\("__metadata__"\)',
    # No library makes an array of them; a hostile header holds fifty million.
    "more than 64 dimensions": r"tooManyNumbers\(",
    # serde takes a list for a structure and {"F16": null} for a name; the README knows objects and names only.
    "an entry is a list": r"must be an object, not an array",
    "a type is an object": r"must be a string, not an object",
}
# Sizes whose product is 2^63 or more beside a 0 make an empty tensor for the library, up to 2^64; for ours they are too
# large, as they are for the library behind 2^64.
HUGE_SIZE = re.compile(rb"[\[, ]\d{19,20}[\],]")

# What the library refuses and ours accepts, all of it harmless: by what the library says.
LENIENT = {
    # In members that neither reads, serde still wants numbers that fit a double.
    "a number that nobody reads is too large": r"number out of range",
    # serde reads -0 as a floating-point number.
    "minus zero": r"floating point `-0\.0`",
}


def reason(file, ours, theirs):
    """Why ours says one thing of a file and the library another; None when nothing explains it."""
    if ours == "ok":
        return next((name for name, words in LENIENT.items() if re.search(words, theirs)), None)
    if re.search(r"must be a whole number|tooLarge", ours) and HUGE_SIZE.search(file):
        return "sizes of 2^63 or more beside a zero"
    name = next((name for name, words in STRICTER.items() if re.search(words, ours)), None)
    if name == "space before the header" and file[8:9] not in b" \t\r\n":
        return None
    return name
