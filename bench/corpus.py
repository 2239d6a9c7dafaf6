#!/usr/bin/env python3
"""corpus.py - make French text of any size for the benchmark.

Sentences are walks over the word pairs of real speeches; new words are coined
from their parts so that forms grow as in real prose, about 21 * N^0.53 for N
words, and half of the trigrams of 100 MB are different ones.  The same seed and texts give the same bytes.

usage: corpus.py [-s seed] [-m megabytes] -o TEXT -t TRANSCRIPT -l LIST
LIST names the files with the texts, one a line.
"""

import argparse
import random
import re
import sys

GROWTH, EXPONENT = 21.0, 0.53
STAY = 0.30    # go on in the same sentence instead of at another like word
LEAP = 0.40    # go on at any place: word pairs that the texts do not have
REUSE = 0.02   # of the words: coined earlier
LETTERS = "a-zàâäçéèêëîïôöùûüÿœæ"
CHUNK = re.compile(
    r"^((?:[ldjmtnsc]|qu)['’])?([%s]{6,})([.,;:!?»…)]*)$" % LETTERS)
FORM = re.compile(r"[^\W\d_]+['’]?|\d+")
END = re.compile(r"[.!?…]+[»\")]*$")
JOINT = re.compile(r"^([%s]{3,}?[aeiouéèy])([%s]{3,})$" % (LETTERS, LETTERS))


def read_chunks(paths):
    """The texts as one list of blank-parted chunks, None between texts."""
    chunks = []
    for path in paths:
        with open(path, encoding="utf-8", errors="replace") as f:
            text = f.read()
        text = re.sub("[\x80-\x9f\ufffd\ufeff\u200b]", "", text)
        chunks.extend(text.split())
    return chunks


class Coiner:
    """New words: the beginning of one real word, the end of another."""

    def __init__(self, words, rng):
        self.rng = rng
        self.heads = []
        self.tails = {}
        for w in words:
            for cut in range(3, len(w) - 2):
                self.tails.setdefault(w[cut - 1:cut + 1], []).append(w[cut:])
        self.heads = [w for w in words if len(w) >= 6]
        self.prefixes = ["re", "dé", "anti", "sur", "inter", "pré", "co", "in"]

    def word(self):
        rng = self.rng
        while True:
            head = self.heads[int(rng.random() * len(self.heads))]
            cut = rng.randrange(3, len(head) - 1)
            tails = self.tails.get(head[cut - 1:cut + 1])
            if tails is None:
                continue
            w = head[:cut] + tails[int(rng.random() * len(tails))]
            if rng.random() < 0.1:
                w = rng.choice(self.prefixes) + w
            if 5 <= len(w) <= 16:
                return w


class Walk:
    """Sentences, as lists of chunk numbers."""

    def __init__(self, chunks, rng):
        self.rng = rng
        number = {}
        self.text = []
        self.seq = []
        for c in chunks:
            if c not in number:
                number[c] = len(self.text)
                self.text.append(c)
            self.seq.append(number[c])
        self.at = [[] for _ in self.text]
        for i, k in enumerate(self.seq[:-1]):
            self.at[k].append(i + 1)
        self.ends = [END.search(t) is not None for t in self.text]
        self.starts = [i + 1 for i, k in enumerate(self.seq[:-1])
                       if self.ends[k] and self.text[self.seq[i + 1]][:1].isupper()]
        self.forms = [[x.lower() for x in FORM.findall(t)] for t in self.text]
        self.parts = [CHUNK.match(t) for t in self.text]

    def sentence(self):
        rnd, seq, at, ends = self.rng.random, self.seq, self.at, self.ends
        last = len(seq) - 1
        i = self.starts[int(rnd() * len(self.starts))]
        k = seq[i]
        out = [k]
        while not ends[k] and len(out) < 90:
            r = rnd()
            if r < STAY and i < last:
                i += 1
            elif r > 1 - LEAP:
                i = int(rnd() * last)
            elif at[k]:
                nexts = at[k]
                i = nexts[int(rnd() * len(nexts))]
            else:
                break
            k = seq[i]
            out.append(k)
        return out


class Maker:
    def __init__(self, chunks, seed):
        self.rng = random.Random(seed)
        self.walk = Walk(chunks, self.rng)
        self.seen = bytearray(len(self.walk.text))
        self.forms = set()
        self.coined = []      # every use: the more used, the more likely
        self.n_words = 0
        words = sorted({m.group(2) for m in self.walk.parts if m})
        if not words or not self.walk.starts:
            sys.exit("corpus.py: the texts hold no sentences")
        self.coiner = Coiner(words, self.rng)

    def new_word(self):
        while True:
            w = self.coiner.word()
            if w not in self.forms:
                self.forms.add(w)
                return w

    def sentence(self):
        walk, rng, seen = self.walk, self.rng, self.seen
        numbers = walk.sentence()
        for k in numbers:
            self.n_words += len(walk.forms[k])
            if not seen[k]:
                seen[k] = 1
                self.forms.update(walk.forms[k])
        text = [walk.text[k] for k in numbers]
        lack = int(GROWTH * self.n_words ** EXPONENT) - len(self.forms)
        again = len(numbers) * REUSE
        again = int(again) + (rng.random() < again - int(again))
        if lack <= 0 and again == 0:
            return " ".join(text)
        slots = [i for i, k in enumerate(numbers) if walk.parts[k]]
        rng.shuffle(slots)
        for i in slots[:max(lack, 0) // 2 + again + 1]:
            if lack > 0:
                w = self.new_word()
                lack -= 1
            elif again > 0 and self.coined:
                w = self.coined[int(rng.random() * len(self.coined))]
                again -= 1
            else:
                break
            self.coined.append(w)
            m = walk.parts[numbers[i]]
            text[i] = (m.group(1) or "") + w + m.group(3)
        return " ".join(text)


def escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def write(maker, megabytes, text, transcript):
    """A paragraph a line; in the transcript also speeches of 40 paragraphs."""
    size = n_par = n_speech = 0
    mark = 125000
    curve = []
    while size < megabytes * 1000000:
        par = " ".join(maker.sentence()
                       for _ in range(1 + int(maker.rng.random() * 7)))
        if n_par % 40 == 0:
            if n_par:
                transcript.write("</speech>\n")
            n_speech += 1
            transcript.write(
                '<speech id="s%06d" year="%d" speaker="Orateur %02d">\n'
                % (n_speech, 1990 + n_speech % 35, n_speech * 7 % 30))
        n_par += 1
        text.write(par + "\n")
        size += len(par.encode()) + 1
        transcript.write('<p line="%d">\n%s\n</p>\n' % (n_par, escape(par)))
        if maker.n_words >= mark:
            curve.append((maker.n_words, len(maker.forms)))
            mark *= 2
    transcript.write("</speech>\n")
    curve.append((maker.n_words, len(maker.forms)))
    return curve


def main():
    p = argparse.ArgumentParser(description="make French text for the benchmark")
    p.add_argument("-s", dest="seed", type=int, default=1)
    p.add_argument("-m", dest="megabytes", type=float, default=100)
    p.add_argument("-o", dest="text", required=True)
    p.add_argument("-t", dest="transcript", required=True)
    p.add_argument("-l", dest="list", required=True)
    a = p.parse_args()
    with open(a.list, encoding="utf-8") as f:
        maker = Maker(read_chunks(f.read().splitlines()), a.seed)
    with open(a.text, "w", encoding="utf-8", newline="\n") as text, \
            open(a.transcript, "w", encoding="utf-8", newline="\n") as vrt:
        curve = write(maker, a.megabytes, text, vrt)
    print("words\tforms\t21*words^0.53")
    for n, v in curve:
        print("%d\t%d\t%.0f" % (n, v, GROWTH * n ** EXPONENT))


if __name__ == "__main__":
    main()
