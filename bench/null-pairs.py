#!/usr/bin/env python3
# null-pairs.py [BIN] - what cooccurrents finds near a word that draws nothing
# near, and how often it finds a word that was put there.
#
# Invented corpora of 31 speeches of about 800 words of a vocabulary of 600, and
# a pivot said 3 times a speech.  The rate of each word varies from speech to
# speech by a gamma law; words also come in bunches within a speech: one was
# just said again with a chance of .3.  Same seed, same table; three minutes.
import math
import os
import random
import subprocess
import sys
import tempfile

BIN = sys.argv[1] if len(sys.argv) > 1 else "build/bin"
RUNS = 200
SPEECHES = 31
WORDS = 600


def speech(rng, rate, bunches, topics):
    """The words of a speech, None for the pivot; topics: the first hundred
    words and the pivot are said more in some speeches than in others."""
    n = max(200, round(800 * math.exp(rng.gauss(0, .3))))
    topic = rng.gammavariate(.7, 1 / .7) if topics else 1
    weight = [r * rng.gammavariate(1, 1) * (topic if k < 100 else 1)
              for k, r in enumerate(rate)]
    draw = rng.choices(range(WORDS), weight, k=n)
    text = []
    for w in draw:
        last = text[-20:]
        text.append(rng.choice(last) if last and rng.random() < bunches else w)
    n_pivot = round(3 * topic * rng.gammavariate(2, .5))
    at = []
    while len(at) < n_pivot:
        at.append(rng.choice(at) + rng.randrange(1, 30)
                  if at and rng.random() < bunches else rng.randrange(n))
    for i in sorted((min(i, n) for i in at), reverse=True):
        text.insert(i, None)
    return text


def refrain(rng, texts):
    """One speech says eight times what nobody else says of the pivot."""
    text = texts[rng.randrange(SPEECHES)]
    for _ in range(8):
        i = rng.randrange(len(text))
        text[i:i] = [None, 200, 201]


def plant(rng, texts, share):
    """Word 300 stands behind so many of the pivots."""
    for text in texts:
        for i in range(len(text) - 1, -1, -1):
            if text[i] is None and rng.random() < share:
                text.insert(i + rng.randrange(1, 4), 300)


def write(path, texts):
    with open(path, "w") as f:
        f.write("<!-- #vrt positional-attributes: form -->\n")
        for i, text in enumerate(texts):
            f.write(f'<speech id="s{i}">\n')
            for w in text:
                f.write("pivot\n" if w is None else f"w{w}\n")
            f.write("</speech>\n")


def found(path):
    """The words with q <= .05, and those with q_speech <= .05."""
    out = subprocess.run((os.path.join(BIN, "cooccurrents"), "-q", "-u", "-m",
                          "1", "-F", "2", "-p", "pivot", path), check=True,
                         stdout=subprocess.PIPE, env=dict(os.environ, LC_ALL="C"))
    lines = out.stdout.decode().splitlines()
    names = lines[0].split("\t")
    rows = [dict(zip(names, line.split("\t"))) for line in lines[1:]]
    return [{r["term"] for r in rows if r[q] != "NA" and float(r[q]) <= .05}
            for q in ("q", "q_speech")]


def corpus(rng, bunches, topics):
    rate = [1 / (k + 5) for k in range(WORDS)]
    rng.shuffle(rate)
    rate[300] = 1 / 300
    return [speech(rng, rate, bunches, topics) for _ in range(SPEECHES)]


def main():
    rng = random.Random(1)
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/a.vrt"
        print("corpora of 200 with a false word at q <= .05 (share)")
        print(f"{'':34}{'words (q)':>11}{'q_speech':>11}")
        for what, bunches, topics, again in (
                ("words at random", 0, False, False),
                ("words in bunches", .3, False, False),
                ("bunches and topics of speeches", .3, True, False),
                ("and a refrain of one speech", .3, True, True)):
            n = [0, 0]
            for _ in range(RUNS):
                texts = corpus(rng, bunches, topics)
                if again:
                    refrain(rng, texts)
                write(path, texts)
                for i, words in enumerate(found(path)):
                    n[i] += len(words) > 0
            print(f"{what:34}" + "".join(f"{x / RUNS:11.3f}" for x in n))
        print("\nfound with q <= .05, of 200 corpora: a word said about 14 times "
              "stands\nbehind so many of the pivots as well; then the false share")
        for share in (.02, .05, .1, .2):
            n = [0, 0]
            false = [0, 0]
            for _ in range(RUNS):
                texts = corpus(rng, .3, True)
                plant(rng, texts, share)
                write(path, texts)
                for i, words in enumerate(found(path)):
                    n[i] += "w300" in words
                    false[i] += len(words - {"w300"}) / max(1, len(words)) / RUNS
            print(f"{share:34}{n[0]:11}{n[1]:11}{false[0]:11.3f}{false[1]:11.3f}")


main()
