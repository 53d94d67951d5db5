"""Measures the programs that read one file."""

import dataclasses

import checking
from measuring import Median, medians, took
from places import DATA, FIRST
from readers import programs


@dataclasses.dataclass(frozen=True)
class Row:
    """One program: what it took and what of that was starting, or what is wrong with its result."""

    program: object
    command: list
    whole: Median | None = None
    start: Median | None = None
    fault: str | None = None

    def seconds(self, mode):
        """The time of reading alone: of the CPU on one core, by the clock on more."""
        if self.whole is None:
            return 0
        if mode.threads == 1:
            return self.whole.cpu - self.start.cpu
        return self.whole.wall - self.start.wall


def checked(mode, file, facts):
    """Runs each program once and compares; what falls back is followed by what it falls back to."""
    waiting = [each for each in programs(file) if mode.threads == 1 or each.is_threaded or each.role == "floor"]
    while waiting:
        program = waiting.pop(0)
        command = mode.command(program, f"{DATA}/{file}")
        prints = program.role != "floor"
        run = took(command, prints)
        if prints:
            fault = checking.fault(run, facts)
        else:
            fault = None if run.status == 0 else f"fails: {run.complaint[:120]}"
        if fault and program.fallback:
            waiting.insert(0, program.fallback)
        yield Row(program, command, fault=fault)


def rows(mode, file, facts, rounds):
    found = list(checked(mode, file, facts))
    right = {row.program.name: row for row in found if not row.fault}

    def commands(folder):
        return {
            name: (mode.command(row.program, f"{folder}/{file}"), row.program.role != "floor")
            for name, row in right.items()
        }

    start, whole = medians(commands(FIRST), rounds), medians(commands(DATA), rounds)
    return [
        row if row.fault else dataclasses.replace(row, start=start[row.program.name], whole=whole[row.program.name])
        for row in found
    ]
