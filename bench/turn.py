#!/usr/bin/env python3
"""turn.py - CPU seconds of commands that are run in turn.

usage: turn.py RUNS NAME COMMAND [NAME COMMAND ...]
Each command is run RUNS times, one after the other, so that a machine that is
busy for a while is so for all of them.  A row each: the name, the least CPU
seconds (user and system, of all its processes), the peak memory in MB of the
largest process, and the processes that the machine started meanwhile (the least
of the runs, from /proc/stat: others' count too).
"""

import os
import resource
import subprocess
import sys
import tempfile

CLOCK = "/usr/bin/time"


def cpu():
    r = resource.getrusage(resource.RUSAGE_CHILDREN)
    return r.ru_utime + r.ru_stime


def started():
    with open("/proc/stat", encoding="ascii") as f:
        for line in f:
            if line.startswith("processes "):
                return int(line.split()[1])
    return 0


def run(command):
    """CPU seconds, peak MB, processes."""
    shell = ["bash", "-o", "pipefail", "-c", command]
    with tempfile.NamedTemporaryFile("r") as f:
        if os.path.exists(CLOCK):
            shell = [CLOCK, "-f", "%M", "-o", f.name] + shell
        n, c = started(), cpu()
        subprocess.run(shell, check=True)
        c, n = cpu() - c, started() - n
        peak = f.read().strip()
    return c, int(peak) / 1024 if peak else float("nan"), n


def main():
    runs, rest = int(sys.argv[1]), sys.argv[2:]
    names, commands = rest[::2], rest[1::2]
    best = [(float("inf"), 0, float("inf"))] * len(names)
    for _ in range(runs):
        for i, command in enumerate(commands):
            c, peak, n = run(command)
            best[i] = min(best[i][0], c), max(best[i][1], peak), min(best[i][2], n)
    for name, (c, peak, n) in zip(names, best):
        print("%s\t%.3f\t%.0f\t%d" % (name, c, peak, n))


if __name__ == "__main__":
    main()
