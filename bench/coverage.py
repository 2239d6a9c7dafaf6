#!/usr/bin/env python3
# coverage.py [BIN] - how often the 95 % intervals of rates, stats, richness and
# readability hold the true figure, by how many speeches there are; and those over
# the sentences of one speech, by its length.
#
# Parts of invented speeches that vary as real ones do: rates of a theme by a
# gamma law from speech to speech (negative binomial counts), lengths by a
# lognormal law, words that come back within a speech (an urn), sentences longer
# in one speech than in another.  The true figure of a part of n such speeches
# is the mean over all parts.  An interval that is NA is no interval.  Over sentences
# it is the mean of speeches of one length and one manner.
# Same seed, same table; -q: a tenth of the parts.
import collections
import math
import os
import random
import subprocess
import sys
import tempfile

QUICK = "-q" in sys.argv
BIN = next((a for a in sys.argv[1:] if a != "-q"), "build/bin")
AT_ONCE = 100  # parts in one stream
SIZES = (5, 10, 31, 60)


def run(*args):
    """The rows of a table that a program writes, by column name."""
    env = dict(os.environ, LC_ALL="C")
    out = subprocess.run((os.path.join(BIN, args[0]), "-q") + args[1:],
                         stdout=subprocess.PIPE, env=env, check=True)
    lines = out.stdout.decode().splitlines()
    names = lines[0].split("\t")
    return [dict(zip(names, line.split("\t"))) for line in lines[1:]]


def poisson(rng, mean):
    limit, n, p = math.exp(-mean), 0, rng.random()
    while p > limit:
        n += 1
        p *= rng.random()
    return n


def share(rows):
    """(value, low, high) -> of the intervals that there are: how many hold the
    mean value; and how many there are not."""
    true = sum(v for v, _, _ in rows) / len(rows)
    there = [(low, high) for _, low, high in rows if low is not None]
    held = sum(low <= true <= high for low, high in there)
    return (held / len(there) if there else math.nan,
            1 - len(there) / len(rows))


def number(s):
    return None if s == "NA" else float(s)


def rates(folder, rng, n, parts):
    """Themes of 1, 2 and 4 hits in 1,000 words, by shape of the gamma law."""
    kinds = [(rate, shape) for rate in (1, 2, 4) for shape in (.7, 2)]
    counts = os.path.join(folder, "counts.tsv")
    table = os.path.join(folder, "speeches.tsv")
    with open(counts, "w") as c, open(table, "w") as t:
        c.write("part\ttheme\tentry\tfreq\n")
        t.write("part\tgroup\n")
        for g in range(parts):
            for i in range(n):
                words = max(50, round(800 * math.exp(rng.gauss(0, .5))))
                c.write(f"{g}-{i}\t\t\t{words}\n")
                t.write(f"{g}-{i}\t{g}\n")
                for rate, shape in kinds:
                    f = poisson(rng, rng.gammavariate(shape, 1 / shape) *
                                rate * words / 1000)
                    if f > 0:
                        c.write(f"{g}-{i}\t{rate}/1000 shape {shape}\tx\t{f}\n")
    found = collections.defaultdict(list)
    for r in run("rates", "-b", "group", "-d", table, counts):
        if "/" in r["theme"] and "shape" in r["theme"]:
            found[r["theme"]].append((float(r["rate"]), number(r["low"]),
                                      number(r["high"])))
    return {"rates " + k: share(v) for k, v in found.items()}


SYLLABLES = "ba co du fi gan leur mi nou par que ri ston tan vé".split()


def vocabulary(rng, size):
    seen, words = set(), []
    while len(words) < size:
        w = "".join(rng.choice(SYLLABLES) for _ in range(rng.choice((1, 2, 2, 3, 4))))
        w += "" if w not in seen else str(len(words))
        seen.add(w)
        words.append(w)
    weights = [1 / (i + 3) for i in range(size)]
    total = [0.0]
    for x in weights:
        total.append(total[-1] + x)
    return words, total[1:]


def manner(rng):
    """How long sentences are, and how many have a mark or begin with a person."""
    return (math.exp(rng.gauss(2.6, .2)), [rng.betavariate(1, 12) for _ in "?!"],
            [rng.betavariate(1, 8) for _ in "jn"])


def speech(rng, words, total, length=None, how=None, again=.15):
    """Sentences of a speech: words of a Zipf law, that come back by an urn."""
    length = length or max(60, round(250 * math.exp(rng.gauss(0, .3))))
    long, mark, person = how or manner(rng)
    said = []
    while length > 0:
        n = min(length, max(1, round(long * math.exp(rng.gauss(0, .6)))))
        sentence = []
        for _ in range(n):
            if said and again > 0 and rng.random() < again:
                w = rng.choice(said)
            else:
                w = rng.choices(words, cum_weights=total)[0]
            said.append(w)
            sentence.append(w)
        for p, w in zip(person, ("je", "nous")):
            if rng.random() < p:
                sentence[0] = w
        yield sentence, ("?" if rng.random() < mark[0] else
                         "!" if rng.random() < mark[1] else ".")
        length -= n


def stream(path, rng, n, parts, *manners):
    with open(path, "w") as f:
        f.write("<!-- #vrt positional-attributes: word kind form -->\n")
        for g in parts:
            for i in range(n):
                f.write(f'<speech id="{g}-{i}" group="{g}">\n')
                for sentence, end in speech(rng, *manners):
                    f.write("<s>\n" + "".join(f"{w}\tw\t{w}\n" for w in sentence)
                            + f"{end}\tp\t{end}\n</s>\n")
                f.write("</speech>\n")


INDICES = ("ttr guiraud_r herdan_c dugast_u maas_a summer_s yule_k yule_i simpson_d "
           "herdan_vm honore_h brunet_w sichel_s hdd mattr msttr mtld").split()
SCORES = "asl asw kandel_moles lix rix".split()


def measure(path, found):
    """Adds the intervals of all parts of a stream."""
    for r in run("stats", "-B", "-b", "group", path):
        found["stats " + r["measure"]].append(
            (float(r["value"]), number(r["low"]), number(r["high"])))
    for rows, program, names in (
            (run("richness", "-B", "-i", ",".join(INDICES), "-b", "group", path),
             "richness", INDICES),
            (run("readability", "-B", "-b", "group", path), "readability", SCORES)):
        for r in rows:
            for k in names:
                if r[k] != "NA":
                    found[f"{program} {k}"].append(
                        (float(r[k]), number(r[k + "_low"]), number(r[k + "_high"])))


def texts(folder, rng, n, parts):
    path = os.path.join(folder, "texts.vrt")
    words, total = vocabulary(rng, 6000)
    found = collections.defaultdict(list)
    for first in range(0, parts, AT_ONCE):
        stream(path, rng, n, range(first, min(first + AT_ONCE, parts)), words, total)
        measure(path, found)
    return {k: share(v) for k, v in found.items()}


OVER = {"richness": ("mattr", "yule_k"), "readability": ("lix", "kandel_moles")}


def sentences(folder, length, again, speeches):
    """Of each of four manners so many speeches."""
    path = os.path.join(folder, "speeches.vrt")
    rng = random.Random(length)
    words, total = vocabulary(rng, 6000)
    held = collections.Counter()
    for _ in range(4):
        stream(path, rng, 1, range(speeches), words, total, length, manner(rng), again)
        for program, names in OVER.items():
            table = run(program, "-B", *(["-i", ",".join(names)] if names[0] == "mattr"
                                         else []), path)
            for k in names:
                held[k] += share([(float(r[k]), number(r[k + "_low"]),
                                   number(r[k + "_high"])) for r in table])[0] / 4
    return held


def tell_sentences(folder, speeches):
    print("\nover the sentences of a speech\n")
    print(f"{'':38}" + "".join(f"{k:>13}" for names in OVER.values() for k in names))
    for again in (0, .15):
        for length in (250, 800, 2500):
            held = sentences(folder, length, again, speeches)
            print(f"{length:5} words, {again:4.0%} of them said before  " +
                  "".join(f"{held[k]:13.3f}" for names in OVER.values() for k in names))


def tell(columns):
    print("share of 95 % intervals that hold the true figure (in brackets: share "
          "of parts without one)\n")
    print(f"{'':28}" + "".join(f"{n:>4} speeches " for n in SIZES))
    for k in columns[0]:
        print(f"{k:28}" + "".join(
            f"{'none':>6}" + " " * 7 if math.isnan(c[k][0]) else
            f"{c[k][0]:6.3f}" + (f" ({c[k][1]:.2f})" if c[k][1] > .005 else " " * 7)
            for c in columns))


def main():
    rng = random.Random(1)
    columns = []
    with tempfile.TemporaryDirectory() as folder:
        for n in SIZES:
            less = 10 if QUICK else 1
            column = rates(folder, rng, n, 5000 // less)
            column.update(texts(folder, rng, n, 2000 // less))
            columns.append(column)
    tell(columns)
    with tempfile.TemporaryDirectory() as folder:
        tell_sentences(folder, 500 // less)


main()
