import orjson

from peers import with_python


def pairs(file, threads):
    return with_python.pairs(file, threads, orjson.loads)


def chat(file, threads):
    return with_python.chat(file, threads, orjson.loads)
