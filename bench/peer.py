#!/usr/bin/env python3
"""peer.py - the same counts the usual Python ways, for run.sh.

usage: peer.py re TEXT        stems by re and PyStemmer, counted (n = 1)
       peer.py re3 TEXT       the same, n = 1 to 3, as a sorted TSV
       peer.py sklearn TEXT   CountVectorizer, forms, n = 1 to 3, counted
"""

import re
import sys
from collections import Counter

WORD = re.compile(r"[^\W\d_]+['’]?")


def stems(line, stem):
    return stem([w.lower() for w in WORD.findall(line)])


def by_re(path, sizes):
    import Stemmer
    stem = Stemmer.Stemmer("french", 100000).stemWords
    freq = [Counter() for _ in sizes]
    with open(path, encoding="utf-8") as f:
        for line in f:
            words = stems(line, stem)
            for n in sizes:
                freq[n - 1].update(words if n == 1 else
                                   map(" ".join, zip(*(words[i:] for i in range(n)))))
    out = sys.stdout
    out.write("n\tngram\tfreq\n")
    for n in sizes:
        for k in sorted(freq[n - 1]):
            out.write("%d\t%s\t%d\n" % (n, k, freq[n - 1][k]))


def by_sklearn(path):
    from sklearn.feature_extraction.text import CountVectorizer
    v = CountVectorizer(ngram_range=(1, 3), token_pattern=WORD.pattern)
    with open(path, encoding="utf-8") as f:
        m = v.fit_transform(f)
    freq = m.sum(axis=0).A1
    names = v.get_feature_names_out()
    for k, c in zip(names, freq):
        sys.stdout.write("%s\t%d\n" % (k, c))


def main():
    how, path = sys.argv[1:]
    if how == "sklearn":
        by_sklearn(path)
    else:
        by_re(path, [1, 2, 3] if how == "re3" else [1])


if __name__ == "__main__":
    main()
