"""What the runs were made on and with."""

import importlib.metadata
import os
import pathlib
import platform
import re
import shutil
import subprocess
import zlib

from measuring import cores, took
from places import HERE, ROOT, TUNEPREP


def first_line(*command):
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()[0].strip()
    except (OSError, subprocess.CalledProcessError, IndexError):
        return "unknown"


def processor():
    information = pathlib.Path("/proc/cpuinfo")
    if information.exists():
        named = re.search(r"^model name\s*: (.*)$", information.read_text(), re.MULTILINE)
        return named[1].strip() if named else platform.machine()
    return first_line("sysctl", "-n", "machdep.cpu.brand_string")


def name():
    """The processor and its cores, as a part of a file's name."""
    model = re.sub(r"\((r|tm)\)|@.*|\b(cpu|processor|\d+-core)\b", " ", processor().lower())
    count = len(cores())
    return f"{re.sub(r'[^a-z0-9]+', '-', model).strip('-')}-{count}-core{'s' if count > 1 else ''}"


def versions():
    pinned = (ROOT / HERE / "requirements.txt").read_text().split()
    swift = re.search(r"Swift version ([\w.\-]+)", first_line("swift", "--version"))
    yield "processor", f"{processor()}, {len(cores())} cores"
    yield "load average before", f"{os.getloadavg()[0]:.2f}"
    yield "kernel", f"{platform.system()} {platform.release()}"
    yield "Swift", swift[1] if swift else "unknown"
    yield "tuneprep", first_line(TUNEPREP, "--version")
    yield "Python", platform.python_version()
    for peer in pinned:
        package = peer.split("==")[0]
        yield package, importlib.metadata.version(package)
    for program in ("wc", "gzip", "tar", "bsdtar", "pigz", "igzip", "curl", "wget", "aria2c"):
        if shutil.which(program):
            yield program, first_line(program, "--version")
    yield "zlib (Python's)", zlib.ZLIB_RUNTIME_VERSION
    yield "least peak memory", f"{took(['true']).peak / 1024:.1f} MiB, that of `true`"
