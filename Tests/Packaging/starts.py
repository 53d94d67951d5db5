"""starts.py FOLDER COMMAND...: how long COMMAND takes from its start to its end where FOLDER is the root, as its user sees
it: the best and the median of fifty runs, in milliseconds."""

import os
import statistics
import sys
import time


def main():
    root, command = sys.argv[1], sys.argv[2:]
    os.chroot(root)
    os.chdir("/")
    nothing = os.open("/dev/null", os.O_RDWR)
    to_nothing = [(os.POSIX_SPAWN_DUP2, nothing, number) for number in (0, 1, 2)]
    times = []
    for _ in range(50):
        start = time.perf_counter()
        child = os.posix_spawn(command[0], command, {"HOME": "/root"}, file_actions=to_nothing)
        os.waitpid(child, 0)
        times.append((time.perf_counter() - start) * 1000)
    print(f"best {min(times):.1f} ms, median {statistics.median(times):.1f} ms of {len(times)}")


main()
