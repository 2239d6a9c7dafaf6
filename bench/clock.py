#!/usr/bin/env python3
"""clock.py - one row of results: median time of a shell command.

usage: clock.py NAME BYTES RUNS COMMAND
Columns: name, seconds, megabytes of text, MB/s, peak memory in MB of the
largest process of the command.  The command's pipes count as failed where any
program in them fails.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time


def peak_of(command):
    """By time(1) if it is there: a child of this program is as large as it."""
    if not os.path.exists("/usr/bin/time"):
        subprocess.run(command, check=True)
        return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    with tempfile.NamedTemporaryFile("r") as f:
        subprocess.run(["/usr/bin/time", "-f", "%M", "-o", f.name] + command,
                       check=True)
        return int(f.read())


def main():
    name, size, runs, command = sys.argv[1:]
    shell = ["bash", "-o", "pipefail", "-c", command]
    times = []
    peak = None
    if int(runs) > 1:
        peak = peak_of(shell)   # this run warms the file cache, too
    for _ in range(int(runs)):
        begin = time.perf_counter()
        if peak is None:
            peak = peak_of(shell)
        else:
            subprocess.run(shell, check=True)
        times.append(time.perf_counter() - begin)
    seconds = statistics.median(times)
    mb = int(size) / 1e6
    print("%s\t%.3f\t%.1f\t%.2f\t%.0f" % (name, seconds, mb, mb / seconds, peak / 1024))


if __name__ == "__main__":
    main()
