"""Signals at moments that are drawn: nothing under the final name but all of it, and the next run works."""

import os
import random
import signal
import time

from archives import large
from judging.case import EXTRACT
from judging.expected import check, published
from running import limited

SIGNALS = (signal.SIGKILL, signal.SIGINT, signal.SIGTERM)


def trials(chosen, place, program, tally):
    pieces, files = large.archive(chosen.seed)
    archive = place.put(pieces)
    ended = limited.run(program.command(archive, place.target), place)
    whole = ended.ended - ended.began
    yield "not interrupted", published(place, ended, files) if ended.status == 0 else [f"its status is {ended.status}"]
    chance = random.Random(chosen.seed)
    for index in range(chosen.moments):
        number, moment = SIGNALS[index % 3], chance.uniform(0.005, whole * 1.1)
        title = f"{number.name} after {1000 * moment:.0f} of {1000 * whole:.0f} ms"
        yield title, interrupted(place, program, archive, files, number, moment)


def interrupted(place, program, archive, files, number, moment):
    running = limited.Running(program.command(archive, place.target), place)
    time.sleep(moment)
    running.send(number)
    ended = running.end()
    faults = []
    if os.path.lexists(place.target):
        # Published just before: then it is all there.
        faults += published(place, ended, files)
    elif ended.status == 0:
        faults.append("it succeeded, and nothing is there")
    if number != signal.SIGKILL:
        faults += [] if ended.status in (0, 128 + number, -number) else [f"its status is {ended.status}"]
        faults += place.changes()
    place_is_free(place)
    return faults + [f"the next run: {fault}" for fault in check(place, program, archive, (EXTRACT,), files)]


def place_is_free(place):
    """Removes what was published, and nothing that was left beside it."""
    from running.jail import remove

    remove(place.target)
