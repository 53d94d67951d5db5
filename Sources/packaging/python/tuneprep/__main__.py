"""`python -m tuneprep` is `tuneprep`."""

import os
import subprocess
import sys

from tuneprep import find_tuneprep_bin


def main():
    try:
        program = find_tuneprep_bin()
    except FileNotFoundError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    if os.name == "posix":
        os.execv(program, ["tuneprep", *sys.argv[1:]])
    return subprocess.run([program, *sys.argv[1:]]).returncode


if __name__ == "__main__":
    sys.exit(main())
