#!/usr/bin/env python3
"""null-maps.py - what maps, trees and nearest parts show where chance is all
there is, and how much of a true difference they find.

    python3 bench/null-maps.py [SIMULATIONS [SEED]]

runs factors, distance and cluster of build/bin (or of PATH) on invented
speeches: 30 in five parts of 3 to 10, 300 to 1,500 words each, of 400 types by
Zipf's law, whose rates vary from speech to speech by a gamma distribution of
shape 1 (a word that comes once comes again).  Planted: each part says 30 words
of its own d times as often (map), or two parts say 24 words d times as often
(tree, nearest).  Prints a table: of so many simulations, how many showed it.
"""
import math
import os
import random
import subprocess
import sys
import tempfile

BIN = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "build", "bin")
SIZES = {"A": 3, "B": 4, "C": 6, "D": 7, "E": 10}
TYPES = 400
TRUE = 2000  # speeches that the true profile of a part is the mean of
BASE = [1 / (k + 3) for k in range(TYPES)]


def speech(rng, boost):
    """Words of one speech; boost: factor by type."""
    rates = [b * rng.gammavariate(1, 1) * boost.get(k, 1) for k, b in enumerate(BASE)]
    return rng.choices(range(TYPES), rates, k=int(min(1500, max(300, rng.lognormvariate(6.5, 0.5)))))


def boosts(planted, d):
    """By part, what it says more often."""
    if planted == "own":
        return {p: {k: d for k in range(20 + 60 * i, 80 + 60 * i, 2)} for i, p in enumerate(SIZES)}
    if planted == "pair":
        shared = {k: d for k in range(20, 260, 10)}
        return {p: shared if p in "BC" else {} for p in SIZES}
    return {p: {} for p in SIZES}


def write_corpus(folder, rng, planted, d):
    boost = boosts(planted, d)
    rows, stream, counts = ["id\tspeaker"], ["<!-- #vrt positional-attributes: word kind lemma -->"], ["part\tlemma\tfreq"]
    for part, n in SIZES.items():
        for i in range(n):
            name = f"{part}{i}"
            words = speech(rng, boost[part])
            rows.append(f"{name}\t{part}")
            stream.append(f'<speech id="{name}" speaker="{part}">')
            stream += [f"w{k}\tw\tw{k}" for k in words]
            stream.append("</speech>")
            freq = {}
            for k in words:
                freq[k] = freq.get(k, 0) + 1
            counts += [f"{name}\tw{k}\t{f}" for k, f in freq.items()]
    for name, lines in (("speeches.tsv", rows), ("corpus.vrt", stream), ("words.tsv", counts)):
        with open(os.path.join(folder, name), "w") as f:
            f.write("\n".join(lines) + "\n")


def run(folder, *command):
    program = os.path.join(BIN, command[0])
    done = subprocess.run([program if os.path.exists(program) else command[0], *command[1:]],
                          cwd=folder, capture_output=True, text=True, check=True)
    head, *rows = [line.split("\t") for line in done.stdout.splitlines()]
    return [dict(zip(head, row)) for row in rows]


def table(path):
    with open(path) as f:
        head, *rows = [line.rstrip("\n").split("\t") for line in f]
    return [dict(zip(head, row)) for row in rows]


def shown(x, bound=0.05):
    return x != "NA" and float(x) <= bound


def look(folder, seed, what):
    """name -> was it shown, in one simulation."""
    result = {}
    if "map" in what:
        run(folder, "factors", "-q", "-g", "speaker", "-d", "speeches.tsv", "-D", "199", "-s", str(seed),
            "-E", "eigen", "words.tsv")
        p = {r["axis"]: r["p"] for r in table(os.path.join(folder, "eigen"))}
        result["inertia"] = shown(p["total"])
        for k in "1234":
            result["axis " + k] = shown(p[k])
    if "nearest" in what:
        rows = run(folder, "distance", "-q", "-N", "-c", "lemma", "-w", "300", "-b", "speaker", "-P", "999", "-s", str(seed), "corpus.vrt")
        result["nearest, p <= .05 of A"] = any(r["part"] == "A" and shown(r["p"]) for r in rows)
        result["nearest, p <= .05 of E"] = any(r["part"] == "E" and shown(r["p"]) for r in rows)
        result["nearest, any q <= .05"] = any(shown(r["q"]) for r in rows)
        result["nearest, B-C q <= .05"] = any(r["part"] in "BC" and r["other"] in "BC" and shown(r["q"]) for r in rows)
        result["nearest is the largest, A to D"] = sum(r["part"] != "E" and r["other"] == "E" for r in rows) / 4
    if "tree" in what:
        rows = run(folder, "cluster", "-q", "-g", "speaker", "-d", "speeches.tsv", "-B", "200", "-s", str(seed), "words.tsv")
        held = [r for r in rows if r["support"] != "NA" and float(r["support"]) >= 0.9]
        result["tree, any node holds"] = bool(held)
        result["tree, node B-C holds"] = any(r["left"] in "BC" and r["right"] in "BC" for r in held)
    return result


def true_profiles(planted, d):
    """By part, the mean shares of its types over many speeches."""
    profiles = {}
    for part, boost in boosts(planted, d).items():
        rng = random.Random(part)
        profiles[part] = [0] * TYPES
        for _ in range(TRUE):
            rates = [b * rng.gammavariate(1, 1) * boost.get(k, 1) for k, b in enumerate(BASE)]
            total = sum(rates)
            for k, x in enumerate(rates):
                profiles[part][k] += x / total
    return profiles


def is_inside(row, x):
    """Is the place x in the ellipse of a part?"""
    turn = math.radians(float(row["angle"]))
    dx, dy = x[0] - float(row["centre_1"]), x[1] - float(row["centre_2"])
    along = (dx * math.cos(turn) + dy * math.sin(turn)) / float(row["major"])
    across = (dy * math.cos(turn) - dx * math.sin(turn)) / float(row["minor"])
    return along**2 + across**2 <= 1


def cover(folder, seed, profiles):
    """By part: is the place that its true profile has on the axes in its ellipse?"""
    rows = run(folder, "factors", "-q", "-k", "2", "-g", "speaker", "-d", "speeches.tsv", "-B", "500", "-s", str(seed), "words.tsv")
    parts = [r for r in rows if r["kind"] == "part"]
    term = {int(r["name"][1:]): (float(r["coord_1"]), float(r["coord_2"])) for r in rows if r["kind"] == "term"}
    root = [math.sqrt(sum(float(r["mass"]) * float(r[f"coord_{k}"]) ** 2 for r in parts)) for k in (1, 2)]
    result = {}
    for r in parts:
        profile = profiles[r["name"]]
        total = sum(profile[t] for t in term)
        x = [sum(profile[t] * place[k] for t, place in term.items()) / total / root[k] for k in (0, 1)]
        result[f"true place in the ellipse, {SIZES[r['name']]} speeches"] = is_inside(r, x)
    return result


def simulate(n, seed, planted, d, what):
    sums = {}
    profiles = true_profiles(planted, d) if "ellipse" in what else None
    with tempfile.TemporaryDirectory() as folder:
        for k in range(n):
            rng = random.Random(f"{seed} {k} {planted}")
            write_corpus(folder, rng, planted, d)
            shows = look(folder, k, what) | (cover(folder, k, profiles) if profiles else {})
            for name, hit in shows.items():
                sums[name] = sums.get(name, 0) + hit
    for name, hits in sums.items():
        print(f"{planted or 'none'}\t{d if planted else ''}\t{name}\t{hits:g}\t{n}\t{hits / n:.3f}", flush=True)


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    print("planted\ttimes\tshown\tin\tof\tshare")
    simulate(n, seed, "", 1, "map nearest tree")
    for d in (1.5, 2, 4):
        simulate(n, seed, "own", d, "map ellipse")
        simulate(n, seed, "pair", d, "nearest tree")


if __name__ == "__main__":
    main()
