"""Runs ours once on an archive and judges it as a case would be."""

from judging.case import Case
from judging.judge import judge, tree


def trial(expect, files=None, **more):
    """What `judge` has to know of a run that is no case."""
    return Case("", "", "", b"", expect, files, **more)


def check(place, program, archive, expect, files=None, flags=(), is_heard=True, **limits):
    """The faults of one run of ours; what it says counts when it can be heard."""
    from running import limited

    ended = limited.run(program.command(archive, place.target, flags), place, **limits)
    return judge(trial(expect, files, says=() if is_heard else None), ended, place, program)


def published(place, ended, files):
    """The faults of what stands under the target's name."""
    return tree(trial((), files), ended, place, is_strict=True)
