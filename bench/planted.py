#!/usr/bin/env python3
"""planted.py - are classes found that are known?

Writes token streams whose segments are drawn from planted vocabularies, runs
`classes` on them and compares: the adjusted Rand index (Hubert & Arabie 1985)
over the segments that got a class, how many did, in how many classes.  A segment
is 40 words and a full stop; each word is one of its topic's with the share told,
else a common one; words of either kind fall off by Zipf's law.  A speech is five
segments of one topic, which only its id knows, and that by its number.

The row `rules` is the published method (Reinert 1983, as the R package rainette
has it) in a plain port: split the largest, order by the first axis, best cut, the
best move until none is left, forms leave by a contingency coefficient of 0.3; all
k leaves are classes.  `noise` has no topics.  The same figures each time.

usage: planted.py [-s seeds] [-r] [-w setting] [options of classes ...]
       planted.py -o setting [-s seed]     the stream alone

-r: with the published rules, which take minutes; -w: this setting only.
"""

import argparse
import bisect
import math
import os
import random
import subprocess
import sys
from collections import Counter

WORDS = 40        # of a segment, which is -n of classes
SEGMENTS = 5      # of a speech
COMMON, TOPIC = 1500, 60   # words of each kind
SETTINGS = {
    "3 x 25 %": ([150] * 3, .25),
    "3 x 12 %": ([150] * 3, .12),
    "4 x 25 %": ([150] * 4, .25),
    "5 x 50 %": ([150] * 5, .50),
    "5 x 12 %": ([150] * 5, .12),
    "6 x 12 %": ([150] * 6, .12),
    "400/150/80/40 x 30 %": ([400, 150, 80, 40], .30),
    "noise": ([600], 0),
}


def zipf(n):
    total, sums = 0, []
    for i in range(n):
        total += 1 / (i + 2.7)
        sums.append(total)
    return sums


def draw(rng, sums):
    return bisect.bisect_left(sums, rng.random() * sums[-1])


def plant(sizes, share, seed):
    """Segments as (topic, words), five of a topic behind one another."""
    rng = random.Random(seed)
    common, own = zipf(COMMON), zipf(TOPIC)
    speeches = [k for k, n in enumerate(sizes) for _ in range(n // SEGMENTS)]
    rng.shuffle(speeches)
    for k in speeches:
        for _ in range(SEGMENTS):
            yield k, ["t%dx%d" % (k, draw(rng, own)) if rng.random() < share
                      else "c%d" % draw(rng, common) for _ in range(WORDS)]


def stream(segments):
    lines = ["<!-- #vrt positional-attributes: word kind form -->"]
    for i, (_, words) in enumerate(segments):
        if i % SEGMENTS == 0:
            lines.append('<speech id="d%05d">' % (i // SEGMENTS))
        lines += ["%s\tw\t%s" % (w, w) for w in words] + [".\tp\t."]
        if i % SEGMENTS == SEGMENTS - 1:
            lines.append("</speech>")
    return "\n".join(lines) + "\n"


def rand_index(pairs):
    def two(counts):
        return sum(n * (n - 1) / 2 for n in counts)
    both = two(Counter(pairs).values())
    a, b = (two(Counter(p[k] for p in pairs).values()) for k in (0, 1))
    every = two([len(pairs)])
    due = a * b / every if every else 0
    most = (a + b) / 2
    return (both - due) / (most - due) if most > due else math.nan


# ---- the published rules ----

def axis(rows, used):
    """First axis of the correspondence analysis, by powers."""
    total = sum(len(r) for r in rows)
    x = {j: math.sin(7 * k + 1) for k, j in enumerate(sorted(used))}
    last = 0
    for _ in range(5000):
        mean = sum(used[j] * x[j] for j in x) / total
        y = dict.fromkeys(x, 0.0)
        at = []
        for r in rows:
            m = sum(x[j] for j in r) / len(r) - mean
            at.append(m)
            for j in r:
                y[j] += m
        x = {j: y[j] / used[j] for j in x}
        size = math.sqrt(sum(used[j] * x[j] * x[j] for j in x))
        if size == 0:
            break
        x = {j: v / size for j, v in x.items()}
        if abs(size - last) < 1e-14 * size:
            break
        last = size
    return at


class Two:
    """Two groups of rows, and the chi-square of the two by the words."""

    def __init__(self, rows, used, inside):
        self.rows, self.used, self.inside = rows, used, list(inside)
        self.total = sum(len(r) for r in rows)
        self.n, self.cells = Counter(), 0
        for r, yes in zip(rows, inside):
            if yes:
                self.n.update(r)
                self.cells += len(r)
        self.q = sum(n * n / used[j] for j, n in self.n.items())

    def after(self, i):
        sign = -1 if self.inside[i] else 1
        q = self.q + sum((1 + 2 * sign * self.n[j]) / self.used[j] for j in self.rows[i])
        return q, self.cells + sign * len(self.rows[i])

    def chi2(self, q, cells):
        if cells in (0, self.total):
            return 0
        n = self.total
        return n * (n * q - cells * cells) / (cells * (n - cells))

    def move(self, i):
        self.q, self.cells = self.after(i)
        sign = -1 if self.inside[i] else 1
        for j in self.rows[i]:
            self.n[j] += sign
        self.inside[i] = not self.inside[i]


def split(rows):
    """Which rows are in the one of two groups."""
    used = Counter(j for r in rows for j in r)
    at = axis(rows, used)
    order = sorted(range(len(rows)), key=lambda i: at[i])
    two = Two(rows, used, [False] * len(rows))
    best, end = 0, 0
    for k, i in enumerate(order[:-1]):
        two.move(i)
        x = two.chi2(two.q, two.cells)
        if x > best:
            best, end = x, k + 1
    inside = [False] * len(rows)
    for i in order[:end]:
        inside[i] = True
    two = Two(rows, used, inside)
    while best > 0:
        x, i = max((two.chi2(*two.after(i)), -i) for i in range(len(rows)))
        if x <= best * (1 + 1e-9):
            break
        two.move(-i)
        best = x
    return two, used


def stay(two, used, side):
    """Words that the group keeps."""
    size = [two.inside.count(False), two.inside.count(True)]
    kept = set()
    for j, all_ in used.items():
        n = [all_ - two.n[j], two.n[j]]
        due = [all_ * s / len(two.rows) for s in size]
        chi2 = 0
        for k in (0, 1):
            for seen, d in ((n[k], due[k]), (size[k] - n[k], size[k] - due[k])):
                chi2 += (seen - d) ** 2 / d if d > 0 else 0
        far = math.sqrt(chi2 / (chi2 + len(two.rows))) > .3
        if n[side] > 3 and not (far and n[side] < due[side]):
            kept.add(j)
    return kept


def rules(segments, k):
    """By segment its class, None for none."""
    seen = Counter(w for _, words in segments for w in set(words))
    rows = [{w for w in words if seen[w] >= 3} for _, words in segments]
    rows = [sorted(r) for r in rows]
    leaves = [(list(range(len(rows))), rows)]
    while len(leaves) < k:
        leaves.sort(key=lambda x: -len(x[0]))
        of, part = leaves.pop(0)
        two, used = split(part)
        for side in (0, 1):
            keep = stay(two, used, side)
            inside = [i for i in range(len(of)) if two.inside[i] == bool(side)]
            new = [([j for j in part[i] if j in keep], of[i]) for i in inside]
            leaves.append(([x[1] for x in new if x[0]], [x[0] for x in new if x[0]]))
    found = [None] * len(rows)
    for number, (of, _) in enumerate(leaves):
        for i in of:
            found[i] = number
    return found


# ---- the table ----

def by_program(segments, options):
    here = os.path.dirname(os.path.abspath(__file__))
    program = os.path.join(here, "..", "build", "bin", "classes")
    out = subprocess.run([program, "-q", "-X", "-c", "form"] + options, text=True,
                         input=stream(segments), stdout=subprocess.PIPE, check=True).stdout
    rows = [line.split("\t") for line in out.splitlines()]
    k = rows[0].index("class")
    return [None if r[k] == "NA" else r[k] for r in rows[1:]]


def mean(x):
    x = [v for v in x if not math.isnan(v)]
    return sum(x) / len(x) if x else math.nan


def tell(name, what, runs):
    """A row; the index of each text."""
    index = [rand_index([(s[0], c) for s, c in zip(segs, of) if c is not None])
             for segs, of in runs]
    print("\t".join([name, what, "%.3f" % mean(index), "%.3f" % min(index),
                     "%.0f" % mean([sum(c is not None for c in of) for _, of in runs]),
                     str(len(runs[0][0])),
                     " ".join(str(len(set(of) - {None})) for _, of in runs)]), flush=True)
    return index


def tell_difference(name, ours, theirs):
    """How much more the program has than the rules, text by text, and the
    error of that mean."""
    d = [x - y for x, y in zip(ours, theirs)]
    m = sum(d) / len(d)
    error = math.sqrt(sum((x - m) ** 2 for x in d) / (len(d) - 1) / len(d))
    print("\t".join([name, "less rules", "%+.4f" % m, "error %.4f" % error,
                     "more in %d" % sum(x > 0 for x in d),
                     "less in %d" % sum(x < 0 for x in d)]), flush=True)


def main():
    p = argparse.ArgumentParser(usage=__doc__)
    p.add_argument("-s", type=int, default=10)
    p.add_argument("-r", action="store_true")
    p.add_argument("-w")
    p.add_argument("-o")
    a, options = p.parse_known_args()
    if a.o:
        sys.stdout.write(stream(list(plant(*SETTINGS[a.o], a.s))))
        return
    print("planted\tby\trand\tleast\tclassified\tsegments\tclasses")
    for name, (sizes, share) in SETTINGS.items():
        if a.w not in (None, name):
            continue
        texts = [list(plant(sizes, share, seed)) for seed in range(1, a.s + 1)]
        k = str(len(sizes))
        if len(sizes) > 1:
            ours = tell(name, "classes -N " + k,
                        [(t, by_program(t, ["-N", k] + options)) for t in texts])
        if a.r and len(sizes) > 1:
            theirs = tell(name, "rules, k " + k,
                          [(t, rules(t, len(sizes))) for t in texts])
            tell_difference(name, ours, theirs)
        tell(name, "classes", [(t, by_program(t, options)) for t in texts])


if __name__ == "__main__":
    main()
