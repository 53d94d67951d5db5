"""Puts the programs of the folder `programs` into the wheel's scripts, and tags the wheel by the glibc they need."""

import os
import platform

from elftools.elf.elffile import ELFFile
from elftools.elf.gnuversions import GNUVerNeedSection
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def needed_glibc(path):
    """The highest version of glibc that a symbol of the program asks for, as a pair of numbers."""
    versions = []
    with open(path, "rb") as file:
        for section in ELFFile(file).iter_sections():
            if isinstance(section, GNUVerNeedSection):
                for _, needed in section.iter_versions():
                    versions += [version.name for version in needed]
    numbers = [name.removeprefix("GLIBC_").split(".") for name in versions if name.startswith("GLIBC_2.")]
    if not numbers:
        raise ValueError(f"{path} names no version of glibc")
    return max((int(number[0]), int(number[1])) for number in numbers)


class ProgramsHook(BuildHookInterface):
    """Called by hatchling."""

    def initialize(self, version, build_data):
        folder = os.path.join(self.root, "programs")
        programs = {os.path.join(folder, name): name for name in sorted(os.listdir(folder))}
        major, minor = max(map(needed_glibc, programs))
        build_data["pure_python"] = False
        build_data["tag"] = f"py3-none-manylinux_{major}_{minor}_{platform.machine()}"
        build_data["shared_scripts"].update(programs)
