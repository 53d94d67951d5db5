"""Runs commands and says what they took."""

import dataclasses
import os
import re
import shutil
import statistics
import subprocess
import tempfile

from places import DATA, MEASURE


@dataclasses.dataclass(frozen=True)
class Mode:
    """On how many cores programs run; `pin` is what keeps them there."""

    name: str
    threads: int
    pin: tuple

    def command(self, program, file):
        return [*self.pin, *program.command(file, self.threads)]


def cores():
    return sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else list(range(os.cpu_count()))


def modes():
    """One core, and all where there are more."""
    pin = ("taskset", "-c", str(cores()[-1])) if shutil.which("taskset") else ()
    one = Mode("one core", 1, pin)
    return [one] if len(cores()) == 1 else [one, Mode(f"{len(cores())} cores", len(cores()), ())]


@dataclasses.dataclass(frozen=True)
class Took:
    """What one run took: seconds, and KiB of memory at its peak."""

    wall: float
    cpu: float
    peak: int
    status: int
    output: str
    complaint: str


def took(command, prints=True):
    """Runs a command once; without `prints` its output goes nowhere."""
    with tempfile.TemporaryDirectory() as folder:
        result = f"{folder}/result"
        with open(f"{folder}/out", "w+b") as out, open(f"{folder}/err", "w+b") as err:
            # `measure` runs inside the pin, so that what is measured is the program itself.
            pin = command[:3] if command[0] == "taskset" else []
            subprocess.run(
                [*pin, MEASURE, result, *command[len(pin) :]],
                stdin=subprocess.DEVNULL,
                stdout=out if prints else subprocess.DEVNULL,
                stderr=err,
                check=True,
            )
            out.seek(0)
            err.seek(0)
            wall, cpu, peak, status = open(result).read().split()
            return Took(float(wall), float(cpu), int(peak), int(status), out.read().decode(), reason(err.read()))


def reason(stderr):
    """The line of an error output that says what is wrong."""
    lines = [line for line in stderr.decode(errors="replace").replace(f"{DATA}/", "").splitlines() if line.strip()]
    raised = [line for line in lines if re.match(r"[\w.]*(Error|Exception)\b.*", line)]
    return (raised or lines or ["it says nothing"])[0].strip()


@dataclasses.dataclass(frozen=True)
class Median:
    """The medians of several runs, and how far apart their times lie."""

    wall: float
    cpu: float
    peak: float
    wall_spread: float
    cpu_spread: float

    @staticmethod
    def of(runs):
        wall, cpu = [run.wall for run in runs], [run.cpu for run in runs]
        peak = statistics.median(run.peak for run in runs)
        return Median(statistics.median(wall), statistics.median(cpu), peak, spread(wall), spread(cpu))


def spread(times):
    return (max(times) - min(times)) / (statistics.median(times) or 1)


def medians(commands, rounds):
    """Runs every command once a round, so that a disturbance meets them all; `commands` by name, with `prints`."""
    runs = {name: [] for name in commands}
    for _ in range(rounds):
        for name, (command, prints) in commands.items():
            runs[name].append(took(command, prints))
    return {name: Median.of(each) for name, each in runs.items()}
