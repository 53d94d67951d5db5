"""Two runs at once into one folder: one of them wins, and there is never a mix."""

from archives import large
from archives.gzips import MIB
from judging.expected import published
from running import limited

ROUNDS = 12


def trials(chosen, place, program, tally):
    made = [large.archive(f"{chosen.seed} {index}", number=8, size=MIB) for index in range(2)]
    paths = [place.put(pieces, f"model.tar.gz.{index}") for index, (pieces, _) in enumerate(made)]
    contents = [files for _, files in made]
    for number in range(ROUNDS):
        flags = ("--force",) if number % 3 == 2 else ()
        yield f"round {number + 1}{' forced' if flags else ''}", race(place, program, paths, contents, flags)
        place.remember()


def race(place, program, paths, contents, flags):
    both = [limited.Running(program.command(path, place.target, flags), place) for path in paths]
    ended = [one.end() for one in both]
    statuses = [one.status for one in ended]
    faults = place.changes()
    winners = [index for index, status in enumerate(statuses) if status == 0]
    if any(status not in (0, 2) for status in statuses) or not winners or (not flags and len(winners) > 1):
        faults.append(f"their statuses are {statuses}")
    if place.target.is_dir():
        # Each has other bytes: what is there is one winner's, or a mix.
        seen = [published(place, ended[index], contents[index]) for index in winners]
        faults += min(seen, key=len, default=["it is there, and none won"])
    return faults
