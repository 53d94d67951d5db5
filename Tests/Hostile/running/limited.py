"""Runs a program with limits, and says how it ended."""

import dataclasses
import os
import resource
import signal
import subprocess
import threading
import time

GIB = 1 << 30
# What a program may have that does what it should in seconds.
WALL = 120


@dataclasses.dataclass
class Ended:
    """How a program ended: its status, or minus the signal that ended it."""

    status: int
    out: bytes
    err: bytes
    seconds: float
    began: float
    ended: float
    was_slow: bool = False


def limits(file_size, umask, ignores_file_size):
    def set_limits():
        os.umask(umask)
        wanted = {"FSIZE": file_size, "AS": 4 * GIB, "CORE": 0}
        for name, most in wanted.items():
            try:
                resource.setrlimit(getattr(resource, f"RLIMIT_{name}"), (most, most))
            except (ValueError, OSError):
                # macOS does not let the address space be limited.
                if name != "AS":
                    raise
        # Python ignores these for itself, and a child would inherit that.
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN if ignores_file_size else signal.SIG_DFL)

    return set_limits


class Running:
    """A program that runs; `end()` waits for it."""

    def __init__(self, command, jail, file_size=2 * GIB, umask=0o022, ignores_file_size=False, wall=WALL, locale=None):
        self.paths = jail.outputs()
        environment = {"PATH": os.environ["PATH"], "HOME": str(jail.home), "TMPDIR": str(jail.temporary), "TZ": "UTC"}
        if locale:
            environment["LC_ALL"] = locale
        self.began = time.time()
        with open(self.paths[0], "wb") as out, open(self.paths[1], "wb") as err:
            self.process = subprocess.Popen(
                command, cwd=jail.here, stdin=subprocess.DEVNULL, stdout=out, stderr=err, env=environment,
                start_new_session=True, preexec_fn=limits(file_size, umask, ignores_file_size), **jail.user.switch,
            )  # fmt: skip
        self.was_slow = False
        self.timer = threading.Timer(wall, self.stop)
        self.timer.start()

    def stop(self):
        self.was_slow = True
        self.send(signal.SIGKILL)

    def send(self, number):
        """Sends a signal, if the program still runs."""
        try:
            os.kill(self.process.pid, number)
        except ProcessLookupError:
            pass

    def end(self):
        _, status, usage = os.wait4(self.process.pid, 0)
        self.process.returncode = os.waitstatus_to_exitcode(status)
        self.timer.cancel()
        said = []
        for path in self.paths:
            with open(path, "rb") as file:
                said.append(file.read())
            os.unlink(path)
        seconds = usage.ru_utime + usage.ru_stime
        return Ended(self.process.returncode, *said, seconds, self.began, time.time(), self.was_slow)


def run(command, jail, **limits):
    return Running(command, jail, **limits).end()
