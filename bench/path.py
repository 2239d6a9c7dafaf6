#!/usr/bin/env python3
"""path.py STUDY [VARIABLE=VALUE ...] - what bounds `make reports` of a study on many cores:
the longest chain of files, each of which waits for the one before it, and how long the run
would last on 1, 2, 4 ... 16 cores if each step took what it takes alone.

One run from nothing with one job writes how long each recipe took, and make's own data base
says which file waits for which; the graph is then dealt to the cores as make does, a step
as soon as a core is free.  Nothing is said of memory and disks that cores share.  A program
that has several threads runs with one.  In seconds of this machine: compare ratios.
"""
import collections
import heapq
import os
import subprocess
import sys
import tempfile

WRAP = """#!/bin/bash
# (make gives the target and -c COMMAND; of what it runs by itself, no target.)
target=
[ "$1" = -c ] || { target=$1; shift; }
begun=$EPOCHREALTIME
/bin/sh "$@"
rc=$?
[ -z "$target" ] || printf '%s\\t%s\\t%s\\n' "$target" "$begun" "$EPOCHREALTIME" >>"$PATH_LOG"
exit $rc
"""


def run(study, given, folder):
    """Seconds of each target, in the order in which they were made, and make's data base."""
    wrap, log = folder + "/wrap", folder + "/log"
    with open(wrap, "w") as f:
        f.write(WRAP)
    os.chmod(wrap, 0o755)
    base = subprocess.run(
        ["make", "-p", "-j1", "reports", "STUDY=" + study, "NAME=path", "W=" + folder + "/w",
         "OUT=" + folder + "/out", "SHELL=" + wrap + " $@"] + given,
        env=dict(os.environ, PATH_LOG=log), stdout=subprocess.PIPE, check=True)
    seconds = {}
    for line in open(log):
        target, begun, ended = line.rstrip("\n").split("\t")
        if target != "locked":
            seconds[target] = seconds.get(target, 0) + float(ended) - float(begun)
    return seconds, base.stdout.decode(errors="replace").splitlines()


def graph(base):
    """The files that each target waits for."""
    needs = collections.defaultdict(set)
    for line in base:
        target, colon, rest = line.partition(":")
        if not colon or line[0] in "#\t " or "=" in target or rest.startswith("="):
            continue
        for t in target.replace("&", " ").split():
            needs[t] |= set(rest.replace("|", " ").split())
    return needs


def steps(needs, seconds):
    """Of each step the steps that it waits for, through what takes no time."""
    waits = {}

    def behind(target, seen):
        found = set()
        for n in needs.get(target, ()):
            if n in seconds:
                found.add(n)
            elif n not in seen:
                seen.add(n)
                found |= behind(n, seen)
        return found

    for target in seconds:
        waits[target] = behind(target, {target}) - {target}
    return waits


def longest(waits, seconds):
    """The chain whose steps take longest together."""
    best = {}

    def end(t):
        if t not in best:
            best[t] = (seconds[t], [t])
            before = max((end(w) for w in waits[t]), default=(0, []))
            best[t] = (before[0] + seconds[t], before[1] + [t])
        return best[t]

    return max(end(t) for t in seconds)


def dealt(waits, seconds, cores):
    """How long the run lasts on so many cores."""
    order = {t: i for i, t in enumerate(seconds)}
    left = {t: len(w) for t, w in waits.items()}
    after = collections.defaultdict(list)
    for t, w in waits.items():
        for x in w:
            after[x].append(t)
    ready = [(order[t], t) for t in seconds if not left[t]]
    heapq.heapify(ready)
    running, now = [], 0.0
    while ready or running:
        while ready and len(running) < cores:
            t = heapq.heappop(ready)[1]
            heapq.heappush(running, (now + seconds[t], t))
        now, t = heapq.heappop(running)
        for a in after[t]:
            left[a] -= 1
            if not left[a]:
                heapq.heappush(ready, (order[a], a))
    return now


def main():
    if len(sys.argv) < 2 or sys.argv[1].startswith("-"):
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as folder:
        seconds, base = run(sys.argv[1], sys.argv[2:], folder)
    sys.setrecursionlimit(100000)
    waits = steps(graph(base), seconds)
    length, chain = longest(waits, seconds)
    print("%.2f s in %d steps; the longest chain %.2f s:" % (sum(seconds.values()), len(seconds), length))
    for t in chain:
        print("  %7.3f  %s" % (seconds[t], t.split("/")[-1]))
    for cores in (1, 2, 4, 8, 16):
        print("%2d cores: %.2f s" % (cores, dealt(waits, seconds, cores)))


main()
