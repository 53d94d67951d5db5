"""The program that is judged: ours, or another to see what it does."""

import os
import subprocess
import sys

from judging.case import EXTRACT, FINDINGS, REFUSE
from running import limited

UNPACK_BY_TARFILE = """
import sys, tarfile
with tarfile.open(sys.argv[1], "r:gz") as archive:
    archive.extractall(sys.argv[2], filter="data")
"""


class Tuneprep:
    """`tuneprep unpack`, held to all of it."""

    name = "tuneprep"
    is_ours = True
    outcomes = {0: EXTRACT, 1: FINDINGS, 2: REFUSE}

    def __init__(self, path):
        self.path = str(path)
        told = subprocess.run([self.path, "unpack", "--help"], capture_output=True, text=True).stdout
        self.checks_models = "--no-verify" in told

    def command(self, archive, target, flags=(), checked=False):
        unchecked = ("--no-verify",) if self.checks_models and not checked else ()
        return [self.path, "unpack", str(archive), "--into", str(target), *unchecked, *flags]

    def takes(self, case):
        return self.checks_models or FINDINGS not in case.expect

    def run(self, case, archive, jail):
        # Modes must not depend on the mask, nor anything on the locale.
        umask = 0 if jail.user.is_root else 0o022
        return limited.run(self.command(archive, jail.target, case.flags, case.checked), jail, umask=umask)

    def outcome(self, status):
        return self.outcomes.get(status)


class Other:
    """Another unpacker: it must not reach outside, and take and refuse what it should."""

    is_ours = False

    def __init__(self, name, *words):
        self.name, self.words = name, words

    def takes(self, case):
        """It knows nothing of our limits, nor of models."""
        return not case.flags and not (case.checked and EXTRACT not in case.expect)

    def run(self, case, archive, jail):
        if not jail.target.exists():
            jail.target.mkdir()
            jail.user.own(jail.target)
        words = [word.replace("ARCHIVE", str(archive)).replace("TARGET", str(jail.target)) for word in self.words]
        return limited.run(words, jail, locale="C.UTF-8")

    def outcome(self, status):
        return EXTRACT if status == 0 else REFUSE


OTHERS = {
    "bsdtar": ("bsdtar", "-xf", "ARCHIVE", "-C", "TARGET"),
    "tar": ("tar", "-xzf", "ARCHIVE", "-C", "TARGET"),
    "tarfile": (os.path.realpath(sys.executable), "-c", UNPACK_BY_TARFILE, "ARCHIVE", "TARGET"),
}


def named(name):
    """`bsdtar`, `tar` or `tarfile`; else the path of a tuneprep."""
    return Other(name, *OTHERS[name]) if name in OTHERS else Tuneprep(name)
