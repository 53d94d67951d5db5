"""Finds the program `tuneprep`, which the same package installed."""

import importlib.metadata
import os
import sys
import sysconfig

__all__ = ["__version__", "find_tuneprep_bin"]

__version__ = importlib.metadata.version("tuneprep")


def find_tuneprep_bin():
    """The path of the program; raises FileNotFoundError, which names every folder that was looked in."""
    name = "tuneprep" + (sysconfig.get_config_var("EXE") or "")
    folders = _folders()
    for folder in folders:
        path = os.path.join(folder, name)
        if os.path.isfile(path):
            return path
    raise FileNotFoundError(f"`{name}` is in none of: {', '.join(folders)}")


def _folders():
    if sys.version_info >= (3, 10):
        user = sysconfig.get_preferred_scheme("user")
    else:
        user = os.name + "_user"
    # `pip install --target DIR` puts programs into a folder `bin` beside the packages.
    package = os.path.dirname(os.path.abspath(__file__))
    beside = os.path.join(os.path.dirname(package), "bin")
    folders = [sysconfig.get_path("scripts"), sysconfig.get_path("scripts", scheme=user), beside]
    return list(dict.fromkeys(folders))
