"""Breaks downloads off in the middle and continues them, and moves large files, with ours and others."""

import dataclasses
import os
import pathlib
import shutil

import transferserver
from measuring import Took, took
from places import DATA, TRANSFERBENCH
from transferserver import HALF, NEW, OLD, SCENARIOS, SIZE, Server

FOLDER = f"{DATA}/transfers"
# What is read behind a download, in MB a second: slower than the network here.
CONSUMER = 200


@dataclasses.dataclass(frozen=True)
class Mover:
    """A program that downloads; `words` bring `{address}` to `{target}`, or go on with what is there."""

    name: str
    words: tuple

    def command(self, address, target):
        return [word.format(address=address, target=target, folder=FOLDER) for word in self.words]


MOVERS = (
    Mover("tuneprep", (TRANSFERBENCH, "get", "{address}", "{target}")),
    Mover("curl -C -", ("curl", "-sS", "-f", "-C", "-", "-o", "{target}", "{address}")),
    Mover("wget -c", ("wget", "-nv", "-c", "-t", "1", "-O", "{target}", "{address}")),
    Mover("aria2c -c", ("aria2c", "-q", "-c", "-m", "1", "-x", "1", "-d", "{folder}", "-o", "file", "{address}")),
)


@dataclasses.dataclass(frozen=True)
class Resumed:
    program: str
    outcomes: dict


@dataclasses.dataclass(frozen=True)
class Moved:
    what: str
    program: str
    megabytes: int
    command: list
    took: Took
    outcome: str


def installed():
    return [mover for mover in MOVERS if shutil.which(mover.words[0])]


def fresh():
    shutil.rmtree(FOLDER, ignore_errors=True)
    os.makedirs(FOLDER)
    return f"{FOLDER}/file"


def resumed():
    """What each program makes of each scenario."""
    return [
        Resumed(mover.name, {name: outcome(mover, name, script) for name, script in SCENARIOS.items()})
        for mover in installed()
    ]


def outcome(mover, name, script):
    target = fresh()
    sent = SIZE if name == "complete, 416" else HALF

    def first(start):
        # What is asked for again after the break gets no answer.
        return [] if start else [transferserver.whole(OLD, "A", sent)]

    with Server(first) as server:
        took(mover.command(server.address, target))
        server.script = lambda start: [script(start)]
        run = took(mover.command(server.address, target))
    return f"exit {run.status}, {found(target)}"


def found(target):
    """What stands under the name of the file."""
    path = pathlib.Path(target)
    if not path.exists():
        return "no file"
    content = path.read_bytes()
    if content in (OLD, NEW):
        return "whole"
    if content == OLD[: len(content)]:
        return f"{len(content) / SIZE:.0%} of it"
    return "**spliced**" if content.startswith(OLD[:1000]) else "something else"


def large(download, upload):
    """Ours and curl, each with a file of that many MB."""
    return [*downloads(download), *uploads(upload)]


def downloads(megabytes):
    def script(start):
        size, piece = megabytes * 1_000_000, NEW[:1_000_000]
        yield transferserver.head("200 OK", f"Content-Length: {size}", 'ETag: "L"')
        yield from (piece for _ in range(megabytes))

    for mover in installed()[:2]:
        target = fresh()
        with Server(script) as server:
            command = mover.command(server.address, target)
            what = "download"
            if mover.words[0] == TRANSFERBENCH:
                command.append(str(CONSUMER))
                what = f"download, a reader of {CONSUMER} MB/s behind it"
            run = took(command)
        size = os.path.getsize(target) if os.path.exists(target) else 0
        yield Moved(what, mover.name, megabytes, command, run, ending(run, size == megabytes * 1_000_000))
    fresh()


def uploads(megabytes):
    file = fresh()
    with open(file, "wb") as output:
        for _ in range(megabytes):
            output.write(NEW[:1_000_000])

    def script(start):
        yield transferserver.head("201 Created", "Content-Length: 0")

    with Server(script) as server:
        for name, command in (
            ("tuneprep, form", [TRANSFERBENCH, "post", server.address, file]),
            ("tuneprep, put", [TRANSFERBENCH, "put", server.address, file]),
            ("curl -F", ["curl", "-sS", "-f", "-H", "Expect:", "-F", f"file=@{file}", server.address]),
            ("curl -T", ["curl", "-sS", "-f", "-H", "Expect:", "-T", file, server.address]),
        ):
            if shutil.which(command[0]):
                run = took(command)
                yield Moved("upload", name, megabytes, command, run, ending(run, True))
    fresh()


def ending(run, is_right):
    if run.status != 0:
        return f"exit {run.status}: {run.complaint[:120]}"
    return "whole" if is_right else "exit 0, **not whole**"
