"""Unpacks hostile, damaged and odd archives, and judges what becomes of them; ends with 1 when anything is missed."""

import argparse
import pathlib
import shutil
import sys
import tempfile
import time

import trials
from groups import bombs, formats, kinds, models, names, quantities, shared, streams, structure, twins
from judging.judge import judge
from judging.tally import Tally
from running import jail, unpackers, users

WRITTEN = (names, twins, kinds, quantities, structure, streams, formats, bombs, models)


def arguments():
    parser = argparse.ArgumentParser(prog="sh Tests/Hostile/run", description=__doc__)
    parser.add_argument(
        "--program", required=True, help="bsdtar, tar, tarfile, or the path of a tuneprep (default: ours)"
    )
    parser.add_argument("--only", nargs="+", metavar="GROUP", help="only these groups")
    parser.add_argument("--case", metavar="TEXT", help="only cases with this in their name; says how each ended")
    parser.add_argument("--user", metavar="NAME", help="only as this user")
    parser.add_argument("--seed", type=int, default=int(time.time()), help="of what is drawn: flips and moments")
    parser.add_argument("--flips", type=int, default=500, metavar="N", help="how many bits to flip")
    parser.add_argument("--moments", type=int, default=60, metavar="N", help="how often to interrupt")
    parser.add_argument("--show", type=int, default=20, metavar="N", help="how many misses of each group to print")
    return parser.parse_args()


def gathered(scratch, tally):
    """All cases; absolute names lead into scratch/absolute."""
    absolute = str(scratch / "absolute")
    found = [case for module in WRITTEN for case in module.cases(absolute)]
    folder = scratch / "shared"
    folder.mkdir()
    theirs = shared.cases(folder, absolute)
    if not theirs:
        tally.skip("the shared generator is not beside the project")
    return found + theirs


def within_reach(program, scratch):
    """A copy of ours where every user may run it."""
    if not program.is_ours:
        return program
    copy = scratch / "tuneprep"
    shutil.copy(program.path, copy)
    copy.chmod(0o755)
    return unpackers.Tuneprep(copy)


def run_case(case, place, program, tally, is_told):
    archive = place.put(case.pieces())
    if case.links:
        place.target.mkdir()
        place.user.own(place.target)
        for path, target in case.links:
            (place.target / path).symlink_to(target)
    ended = program.run(case, archive, place)
    faults = judge(case, ended, place, program)
    if is_told:
        print(f"{case.group}: {case.name}: status {ended.status}, {ended.seconds:.2f} s")
        print(ended.err.decode(errors="backslashreplace"), end="")
    tally.count(case.group, f"{case.name}, as {place.user.name}", faults, case.why)
    place.clear()


def run_as(place, cases, chosen, program, tally, is_first):
    for case in cases:
        if is_first or not case.is_one_of_many:
            run_case(case, place, program, tally, chosen.case)
    if program.is_ours and not chosen.case:
        trials.run(chosen, place, program, tally, is_first)


def is_chosen(chosen, group, name=""):
    return (not chosen.only or group in chosen.only) and (not chosen.case or chosen.case in name)


def run(chosen, scratch, tally):
    program = within_reach(unpackers.named(chosen.program), scratch)
    everyone = [user for user in users.everyone() if chosen.user in (None, user.name)]
    if len(everyone) == 1:
        tally.skip(f"other users than {everyone[0].name}")
    if program.is_ours and not program.checks_models:
        tally.skip("the check of models, which this tuneprep has not")
    cases = [case for case in gathered(scratch, tally) if program.takes(case)]
    cases = [case for case in cases if is_chosen(chosen, case.group, case.name)]
    for number, user in enumerate(everyone):
        place = jail.Jail(scratch / f"jail-{user.name}", scratch / "absolute", user)
        try:
            run_as(place, cases, chosen, program, tally, is_first=number == 0)
        except PermissionError as error:
            tally.skip(f"as {user.name}, who cannot run {error.filename}")
    return program


def main():
    # Python goes down folders by calling itself, and some of these are a thousand deep.
    sys.setrecursionlimit(10_000)
    chosen = arguments()
    began = time.monotonic()
    tally = Tally(chosen.show)
    print(f"seed {chosen.seed}")
    with tempfile.TemporaryDirectory(prefix="hostile-") as folder:
        scratch = pathlib.Path(folder).resolve()
        scratch.chmod(0o755)
        program = run(chosen, scratch, tally)
    print(f"{time.monotonic() - began:.0f} seconds")
    print(tally.line(program.name))
    sys.exit(0 if tally.holds else 1)


main()
