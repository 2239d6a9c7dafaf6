#!/usr/bin/env python3
"""scale.py - what the steps of a study cost, by which tribune-scale(7) reckons.

Cuts a text into speeches, the speeches into shards, and runs each step of a study
on them one after the other: core-seconds (user and system), the most memory of a
process, bytes read and written.  Then what one process
does with all of it.  Prints a table, per million words too.

usage: scale.py [-k kilobytes a speech] [-s megabytes a shard] TEXT FOLDER
The programs are those of build/bin, or of $B/bin.
"""

import argparse
import os
import resource
import subprocess
import sys

BIN = os.path.join(os.environ.get("B", "build"), "bin")
DICTIONARY = "pipeline/themes/fr/politique.tsv"
NO_WORDS = ("event label published front note kinesic incident vocal gap "
            "stage speaker outside").split()
TABLES = {
    "words-id": ["ngrams", "-q", "-c", "form", "-b", "id"],
    "themes-id": ["themes", "-q", "-d", DICTIONARY, "-b", "id"],
    "themes-units": ["themes", "-q", "-d", DICTIONARY, "-U"],
    "ngrams-3": ["ngrams", "-q", "-c", "form", "-n", "1-3"],
}
# What one process makes of the whole corpus.
WHOLE = {
    "ngrams 1-4": ["ngrams", "-q", "-c", "form", "-n", "1-4", "-m", "2"],
    "segments": ["segments", "-q", "-m", "2"],
    "types": ["types", "-q", "-c", "form"],
    "speeches": ["stats", "-q", "-a", "year"],
    "stats": ["stats", "-q", "-b", "year"],
    "entries": ["themes", "-q", "-r", "-d", DICTIONARY],
    "richness": ["richness", "-q", "-B"],
    "readability": ["readability", "-q", "-B"],
}


class Costs:
    """Of the steps, in their order: seconds, peak, bytes in and out."""

    def __init__(self):
        self.rows = {}

    def run(self, step, command, inputs, output):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        pid = subprocess.Popen(command, shell=isinstance(command, str),
                               executable="/bin/bash" if isinstance(command, str) else None,
                               stderr=subprocess.DEVNULL)
        if pid.wait() != 0:
            sys.exit("scale.py: %s fails" % step)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        row = self.rows.setdefault(step, [0, 0.0, 0, 0, 0])
        row[0] += 1
        row[1] += (after.ru_utime + after.ru_stime
                   - before.ru_utime - before.ru_stime)
        row[2] += sum(map(os.path.getsize, inputs))
        row[3] += os.path.getsize(output)
        row[4] = max(row[4], after.ru_maxrss)  # of all so far

    def print(self, words):
        print("step\truns\tseconds\tseconds_per_Mwords\tMB_read\tMB_written"
              "\tbytes_written_per_word\tpeak_MB_so_far")
        for step, (runs, seconds, read, written, peak) in self.rows.items():
            print("%s\t%d\t%.2f\t%.3f\t%.1f\t%.1f\t%.2f\t%.0f" % (
                step, runs, seconds, seconds * 1e6 / words, read / 1e6,
                written / 1e6, written / words, peak / 1024))


def cut(path, folder, speech, shard):
    """Speeches of whole lines as texts; a list of shards, each a list."""
    shards, size = [[]], 0
    with open(path, "rb") as f:
        number = 0
        while True:
            lines = f.readlines(speech)
            if not lines:
                return shards
            name = "%s/t%06d.txt" % (folder, number)
            with open(name, "wb") as out:
                out.write(b"Date : %d-03-04\n\n" % (2001 + number % 20))
                out.writelines(lines)
            number += 1
            shards[-1].append(name)
            size += sum(map(len, lines))
            if size >= shard:
                shards.append([])
                size = 0


def main():
    p = argparse.ArgumentParser()
    p.add_argument("-k", type=int, default=10)
    p.add_argument("-s", type=int, default=4)
    p.add_argument("text")
    p.add_argument("folder")
    args = p.parse_args()
    os.makedirs(args.folder, exist_ok=True)
    os.environ["PATH"] = os.path.abspath(BIN) + ":" + os.environ["PATH"]
    os.environ["LC_ALL"] = "C"
    shards = [s for s in cut(args.text, args.folder, args.k * 1000,
                             args.s * 1000000) if s]
    costs = Costs()
    keep = "keep -q " + " ".join("-a 'p.type!=%s'" % t for t in NO_WORDS)
    streams, counts = [], {t: [] for t in TABLES}
    for k, texts in enumerate(shards):
        stream = "%s/%04d.vrt.zst" % (args.folder, k)
        costs.run("shard", "set -o pipefail; read-text -q %s | tokenise -q | stem | %s | zstd -q -1 > %s"
                  % (" ".join(texts), keep, stream), texts, stream)
        streams.append(stream)
    for table, command in TABLES.items():
        for k, stream in enumerate(streams):
            out = "%s/%s.%04d.tsv" % (args.folder, table, k)
            costs.run(table, command[:1] + ["--output=" + out] + command[1:] + [stream],
                      [stream], out)
            counts[table].append(out)
    for table, files in counts.items():
        out = "%s/%s.tsv" % (args.folder, table)
        costs.run("merge " + table, ["merge", "--output=" + out] + files, files, out)
    for k in (1, 4):  # of how many ranges the first
        files = counts["ngrams-3"]
        out = args.folder + "/range.tsv"
        costs.run("merge -R 1/%d ngrams-3" % k, [
            "merge", "-R", "1/%d" % k, "--output=" + out] + files, files, out)
    for step, command in WHOLE.items():
        out = args.folder + "/whole.tsv"
        costs.run(step, command[:1] + ["--output=" + out] + command[1:] + streams,
                  streams, out)
        if step == "speeches":
            os.rename(out, args.folder + "/speeches.tsv")
    by_year = args.folder + "/words-year.tsv"
    costs.run("words by year", ["merge", "--output=" + by_year, "-b", "year", "-d",
                                args.folder + "/speeches.tsv", args.folder + "/words-id.tsv"],
              [args.folder + "/words-id.tsv"], by_year)
    words = int(subprocess.run(
        ["/bin/sh", "-c", "zstd -dcq %s/[0-9]*.vrt.zst | grep -c '\tw\t'" % args.folder],
        check=True, stdout=subprocess.PIPE).stdout)
    print("# %d shards, %d speeches, %d words, %.0f MB" % (
        len(shards), sum(map(len, shards)), words, os.path.getsize(args.text) / 1e6))
    costs.print(words)


if __name__ == "__main__":
    main()
