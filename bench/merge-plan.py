#!/usr/bin/env python3
"""merge-plan.py - the plan of tribune-scale(7), checked by a simulation.

The arithmetic takes the costs that bench/scale.py measured.  The simulation deals
uneven shards to tasks and tasks to cores, starts them as a scheduler does, one
after the other, and lets them share a disk; then it merges real keys, scaled down:
tables of words drawn by Zipf's law, cut in ranges by keys that a few rows of each
table tell.  The same figures each time.

usage: merge-plan.py [-w words in 10^9] [-c cores] [-d disk, MB/s] [-s 10^6 words a shard]
"""

import argparse
import bisect
import heapq
import math
import random
import sys

# Per word: seconds / 10^6 words of counting and merging, bytes of a shard's table
# at the measured 0.66 * 10^6 words a shard, growth of the table with the words
# (1: rows of speeches or sentences).  The stream is packed by zstd; tables that are
# merged by ranges are not.
TABLES = {
    "words-id": (0.104, 0.017, 8.80, 1.0),
    "themes-id": (0.181, 0.002, 1.88, 1.0),
    "themes-units": (0.212, 0.006, 3.06, 1.0),
}
MEASURED_SHARD = 0.66
STREAM_SECONDS, STREAM_BYTES, TEXT_BYTES = 0.51, 5.0, 6.07
TASK_START = 0.3       # seconds of the scheduler for each task
OPEN = 0.001           # seconds to open a table and look where a range begins
TABLE_MEMORY = 0.3     # MB of a merge for each table that it reads


def growing(bytes_a_word, growth, shard):
    """Bytes a word of a table counted on a shard of so many 10^6 words."""
    return bytes_a_word * (shard / MEASURED_SHARD) ** (growth - 1)


def arithmetic(words, cores, disk, shard, ranges):
    mega = words * 1e3
    n = math.ceil(mega / shard)
    tables = {t: growing(b, g, shard) for t, (_, _, b, g) in TABLES.items()}
    # what merging costs follows the rows that are read
    merging = {t: m * tables[t] / b for t, (_, m, b, _) in TABLES.items()}
    seconds = STREAM_SECONDS + sum(c for c, _, _, _ in TABLES.values())
    written = STREAM_BYTES + sum(tables.values())
    opens = n * len(TABLES) * ranges
    return {
        "shards": n,
        "count_core_s": seconds * mega,
        "count_s": seconds * mega / cores + TASK_START * min(cores, n),
        "text_GB": TEXT_BYTES * mega / 1e3,
        "written_GB": written * mega / 1e3,
        "stream_GB": STREAM_BYTES * mega / 1e3,
        "tables_GB": sum(tables.values()) * mega / 1e3,
        "write_s": written * mega / disk,
        "merge_core_s": sum(merging.values()) * mega + opens * OPEN,
        "merge_s": (sum(merging.values()) * mega + opens * OPEN) / min(ranges, cores)
        + TASK_START * ranges,
        "merge_disk_s": 2 * sum(tables.values()) * mega / disk,
        "merge_MB": n * TABLE_MEMORY,
        "opens": opens,
    }


def uneven(rng):
    """Of shards whose number of texts is drawn: a mean of 1."""
    return max(0.1, rng.expovariate(1.0))


def simulate_tasks(tasks, cores, disk):
    """tasks: (core seconds, MB written).  The end of the last; a task's disk share
    is that of one core, but the disk as a whole writes no faster than it can."""
    free = [0.0] * cores
    heapq.heapify(free)
    started, end, megabytes = 0.0, 0.0, 0.0
    for seconds, mb in tasks:
        started += TASK_START
        begin = max(heapq.heappop(free), started)
        done = begin + max(seconds, mb / (disk / cores))
        heapq.heappush(free, done)
        megabytes += mb
        end = max(end, done)
    return max(end, megabytes / disk)


def simulate(words, cores, disk, shard, ranges, rng):
    plan = arithmetic(words, cores, disk, shard, ranges)
    n = plan["shards"]
    sizes = [uneven(rng) for _ in range(n)]
    scale = n / sum(sizes)
    tasks = [[0.0, 0.0] for _ in range(min(cores, n))]
    for size in sorted(sizes, reverse=True):  # as slurm.sh deals them
        task = min(tasks)
        task[0] += size * scale * plan["count_core_s"] / n
        task[1] += size * scale * plan["written_GB"] * 1e3 / n
    return simulate_tasks(tasks, cores, disk), plan["count_s"], plan["write_s"]


def zipf_table(rng, tokens, types):
    """A sorted table of words, as counted in a shard."""
    count = {}
    top = math.log(types)
    for _ in range(tokens):
        key = "%x" % (int(math.exp(rng.random() * top)) * 2654435761 % 2**32)
        count[key] = count.get(key, 0) + 1
    return sorted(count.items())


def merge_range(tables, low, high):
    """The sum of the rows whose keys are in [low, high)."""
    def rows(table):
        begin = bisect.bisect_left(table, (low,)) if low is not None else 0
        end = bisect.bisect_left(table, (high,)) if high is not None else len(table)
        return table[begin:end]
    out = []
    read = 0
    for key, n in heapq.merge(*map(rows, tables)):
        read += 1
        if out and out[-1][0] == key:
            out[-1] = (key, out[-1][1] + n)
        else:
            out.append((key, n))
    return out, read


def simulate_merge(n_tables, tokens, ranges, rng):
    tables = [zipf_table(rng, tokens, 10**6) for _ in range(n_tables)]
    looks = sorted(t[len(t) * k // 64][0] for t in tables for k in range(1, 64))
    bounds = [None] + [looks[len(looks) * k // ranges] for k in range(1, ranges)] + [None]
    whole, read = merge_range(tables, None, None)
    parts = [merge_range(tables, bounds[k], bounds[k + 1]) for k in range(ranges)]
    if sum((p for p, _ in parts), []) != whole:
        sys.exit("merge-plan.py: ranges are not the whole")
    if sum(n for _, n in whole) != n_tables * tokens:
        sys.exit("merge-plan.py: counts are lost")
    return max(r for _, r in parts) * ranges / read, read, len(whole)


def main():
    p = argparse.ArgumentParser()
    p.add_argument("-w", type=float, default=10)
    p.add_argument("-c", type=int, default=200)
    p.add_argument("-d", type=float, default=2000)
    p.add_argument("-s", type=float, default=5)
    args = p.parse_args()
    rng = random.Random(1)
    print("ranges\t" + "\t".join(arithmetic(1, 1, 1, 1, 1)))
    best = None
    for ranges in (1, 8, 16, 32, 64, 128):
        plan = arithmetic(args.w, args.c, args.d, args.s, ranges)
        print("%d\t%s" % (ranges, "\t".join("%.0f" % v for v in plan.values())))
        if best is None or plan["merge_s"] < best[0]:
            best = plan["merge_s"], ranges
    print("# fewest seconds of merging: %d ranges" % best[1])
    done, computed, written = simulate(args.w, args.c, args.d, args.s, best[1], rng)
    print("# counting: %.0f s computed, %.0f s to write, %.0f s simulated with uneven shards"
          % (computed, written, done))
    longest, read, rows = simulate_merge(200, 1000, best[1], rng)
    print("# merge of 200 tables in %d ranges: the sum is whole; the longest range is %.2f"
          " of the mean; %d rows read, %d written" % (best[1], longest, read, rows))


if __name__ == "__main__":
    main()
