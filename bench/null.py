#!/usr/bin/env python3
# null.py [BIN] - what between and specificities find where parts do not differ,
# and how often they find a difference that was planted.
#
# Invented corpora of 31 speeches of about 800 words, of five parts of 5, 5, 5, 6
# and 10 speeches; words come in bunches: the rate of each varies from speech to
# speech by a gamma law.  Same seed, same table; about three minutes.
import math
import os
import random
import subprocess
import sys
import tempfile

BIN = sys.argv[1] if len(sys.argv) > 1 else "build/bin"
PARTS = "AAAAABBBBBCCCCCDDDDDDEEEEEEEEEE"
RUNS = 200


def poisson(rng, mean):
    if mean > 30:
        return max(0, round(rng.gauss(mean, math.sqrt(mean))))
    limit, n, p = math.exp(-mean), 0, rng.random()
    while p > limit:
        n += 1
        p *= rng.random()
    return n


def corpus(folder, rng, terms, short=1):
    """Counts by speech, theme by theme, and by part; terms: (rate by 1,000
    words, shape, planted), planted being the factor in part A.  short: speeches
    of E are so much shorter, and none varies otherwise by more than a few per
    cent."""
    words = [max(100, round(800 * (short if part == "E" else 1) *
                            math.exp(rng.gauss(0, .3 if short == 1 else .03))))
             for part in PARTS]
    by_part = {}
    with open(f"{folder}/speeches.tsv", "w") as t, \
            open(f"{folder}/id.tsv", "w") as c:
        t.write("part\tspeaker\n")
        c.write("part\ttheme\tfreq\n")
        for i, part in enumerate(PARTS):
            t.write(f"s{i}\t{part}\n")
            c.write(f"s{i}\t\t{words[i]}\n")
            by_part[part, ""] = by_part.get((part, ""), 0) + words[i]
            for k, (rate, shape, planted) in enumerate(terms):
                mean = rate * words[i] / 1000 * rng.gammavariate(shape, 1 / shape)
                f = poisson(rng, mean * (planted if part == "A" else 1))
                if f > 0:
                    c.write(f"s{i}\tt{k}\t{f}\n")
                    by_part[part, f"t{k}"] = by_part.get((part, f"t{k}"), 0) + f
    with open(f"{folder}/part.tsv", "w") as p:
        p.write("part\ttheme\tfreq\n")
        for (part, term), f in by_part.items():
            p.write(f"{part}\t{term}\t{f}\n")


def run(*args):
    out = subprocess.run((os.path.join(BIN, args[0]), "-q") + args[1:],
                         stdout=subprocess.PIPE, check=True,
                         env=dict(os.environ, LC_ALL="C"))
    lines = out.stdout.decode().splitlines()
    names = lines[0].split("\t")
    return [dict(zip(names, line.split("\t"))) for line in lines[1:]]


def low(rows, column, what=lambda r: True):
    return sum(r[column] != "NA" and float(r[column]) <= .05 and what(r)
               for r in rows)


def specificities(folder):
    return run("specificities", "-m", "5", "-t", "0", "-b", "speaker", "-d",
               f"{folder}/speeches.tsv", "-u", f"{folder}/id.tsv",
               f"{folder}/part.tsv")


def between(folder, table):
    return run("between", "-M", table, "-b", "speaker", "-d",
               f"{folder}/speeches.tsv", f"{folder}/id.tsv")


def false_share(rng, folder, planted, short):
    """Means over the runs of false / found (0 where nothing was found), of the
    q of words, of speeches and of between; a tenth of the terms is planted."""
    share = [0, 0, 0]
    for _ in range(RUNS):
        terms = [(math.exp(rng.uniform(-1.2, 1.6)), math.exp(rng.uniform(-.4, 1)),
                  planted if k % 10 == 0 else 1) for k in range(200)]
        if short != 1:  # what few speeches have is what lengths would tell apart
            terms = [(rate / 2, .3, times) for rate, _, times in terms]
        corpus(folder, rng, terms, short)
        rows = specificities(folder)
        each = between(folder, "all")
        true = {f"t{k}" for k in range(0, 200, 10)} if planted != 1 else set()
        for i, (r, column) in enumerate(((rows, "q"), (rows, "q_speech"), (each, "q"))):
            found = low(r, column)
            false = low(r, column, lambda x: x["theme"] not in true)
            share[i] += false / max(1, found) / RUNS
    return share


def power(rng, folder, planted, rate):
    """Of the runs: those in which the planted one of 20 themes has q <= .05, by
    between, between -M each and specificities -u."""
    found = [0, 0, 0]

    def is_planted(row):
        return row["theme"] == "t0" and row.get("part", "A") == "A"
    for _ in range(RUNS):
        corpus(folder, rng, [(rate, 1, planted if k == 0 else 1) for k in range(20)])
        for i, table in enumerate(("all", "each")):
            found[i] += low(between(folder, table), "q", is_planted)
        found[2] += low(specificities(folder), "q_speech", is_planted)
    return found


def ratios(rng, folder):
    """By rate and shape: how many of the 95 % intervals of the ratio of part A,
    of 5 speeches, and of E, of 10, hold 1, which is true; and how many there are
    not.  50 corpora of 34 terms of each kind."""
    kinds = [(rate, shape) for rate in (1, 2, 4) for shape in (.7, 2)]
    terms = [(*kind, 1) for kind in kinds for _ in range(34)]
    held = {(k, part): [0, 0, 0] for k in kinds for part in "AE"}
    for _ in range(50):
        corpus(folder, rng, terms)
        for r in run("between", "-M", "each", "-P", "99", "-b", "speaker",
                     "-d", f"{folder}/speeches.tsv", f"{folder}/id.tsv"):
            at = held.get((kinds[int(r["theme"][1:]) // 34], r["part"]))
            if at is None:
                continue
            at[0] += 1
            if r["low"] != "NA":
                at[1] += 1
                at[2] += float(r["low"]) <= 1 <= float(r["high"])
    for rate, shape in kinds:
        print(f"{rate} in 1,000 words, shape {shape:3}{'':8}" + "".join(
            f"{c / b:11.3f} ({1 - b / a:.2f})" for a, b, c in
            (held[(rate, shape), part] for part in "AE")))


def main():
    rng = random.Random(1)
    with tempfile.TemporaryDirectory() as folder:
        print("false share among q <= .05, mean of 200 corpora of 200 terms")
        print(f"{'':34}{'words (q)':>11}{'speeches':>11}{'between':>11}")
        for planted, short, what in (
                (1, 1, "no term differs"),
                (1, .9, "speeches of a part are shorter"),
                (4, 1, "a tenth differs, 4 times")):
            print(f"{what:34}" + "".join(f"{x:11.3f}" for x in false_share(
                rng, folder, planted, short)))
        print("\nfound with q <= .05 among 20 themes, of 200 corpora: part A has it "
              "so many times as often")
        print(f"{'':34}{'all parts':>11}{'A alone':>11}{'as words':>11}")
        for rate in (2, 8):
            for planted in (1, 1.5, 2, 4):
                print(f"{rate} in 1,000 words, {planted:3} times{'':10}" + "".join(
                    f"{x:11}" for x in power(rng, folder, planted, rate)))
        print("\n95 % intervals of the ratio of a part to the others that hold 1 (share "
              "without one)")
        print(f"{'':34}{'A':>11}{'E':>18}")
        ratios(random.Random(3), folder)


main()
