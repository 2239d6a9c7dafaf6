#!/usr/bin/env python3
# null-trend.py - what trend and keyness find where nothing changes, and where
# something does.  Usage: python3 bench/null-trend.py [families]
#
# Speeches of unequal length whose counts are gamma-Poisson (shape .7 to 2, 1 to
# 4 hits per 1,000 words) make families of 20 terms, by default 200 a setting and
# four times as many where nothing changes.  Where all terms are null every family
# with a q <= .05 is a false one, and their share is the false discovery rate,
# which is to be .05 at most.  Where one term of a family was planted, it is found
# if its q is <= .05; false is the share of the null terms among all that were
# found.  The band of chance of the curves (-M rates) is to hold 95 % of the periods
# of what does not change.  Plain python3; the seed is fixed; three minutes.
import math
import os
import random
import subprocess
import sys
import tempfile

BIN = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'build', 'bin')
FAMILIES = int(sys.argv[1]) if len(sys.argv) > 1 else 200
TERMS = 20
YEARS = 10


def poisson(r, mean):
    """Knuth (1969), in steps that exp() can bear."""
    n = 0
    while mean > 0:
        step = min(mean, 30)
        mean -= step
        bar = math.exp(-step)
        p = r.random()
        while p > bar:
            n += 1
            p *= r.random()
    return n


class Speeches:
    """n speeches over the years; speaker B comes as A goes."""

    def __init__(self, r, n, name):
        self.n = n
        self.part = ['%s.%d' % (name, i) for i in range(n)]
        self.year = [YEARS * i // n for i in range(n)]
        self.words = [round(800 * math.exp(r.gauss(-.1, .45))) for _ in range(n)]
        self.speaker = [r.random() < (y + 1) / (YEARS + 1) for y in self.year]
        if len(set(self.speaker)) < 2:
            self.speaker[0] = not self.speaker[0]
        self.target = [False] * n
        for i in r.sample(range(n), max(2, n // 3)):
            self.target[i] = True

    def write(self, out):
        for i in range(self.n):
            out.write('%s\t%d\t%s\t%s\n' % (self.part[i], 2000 + self.year[i],
                'AB'[self.speaker[i]], 'RT'[self.target[i]]))


def factors(s, kind, size):
    """What the rate of a planted term is multiplied by in each speech."""
    if kind == 'slope':
        return [size ** (y / (YEARS - 1)) for y in s.year]
    if kind == 'break':
        return [size if y >= YEARS / 2 else 1 for y in s.year]
    if kind == 'speaker':
        return [size if b else 1 for b in s.speaker]
    if kind == 'target':
        return [size if t else 1 for t in s.target]
    return [1] * s.n


def write_family(r, s, out, family, kind, size, planted):
    """Terms t0 .. of which the first `planted` are not null."""
    change = factors(s, kind, size)
    law = [(r.uniform(.7, 2), r.uniform(1, 4)) for _ in range(TERMS)]
    for i in range(s.n):
        out.write('%d\t%s\t\t%d\n' % (family, s.part[i], 10 * s.words[i]))
        for k, (shape, rate) in enumerate(law):
            mean = rate * s.words[i] / 1000
            if k < planted:
                mean *= change[i]
            f = poisson(r, r.gammavariate(shape, mean / shape))
            if f > 0:
                out.write('%d\t%s\tt%d\t%d\n' % (family, s.part[i], k, f))


def write_tables(folder, seed, n, kind, size, planted, families=FAMILIES):
    """A family an n, of speeches of its own: that they could have fallen
    otherwise is what the tests rest on."""
    r = random.Random(seed)
    with open(folder + '/speeches', 'w') as speeches, \
            open(folder + '/counts', 'w') as counts:
        speeches.write('part\tyear\tspeaker\tside\n')
        counts.write('n\tpart\tform\tfreq\n')
        for family in range(1, families + 1):
            s = Speeches(r, n, str(family))
            s.write(speeches)
            write_family(r, s, counts, family, kind, size, planted)


def run(command, folder):
    text = subprocess.run(command, cwd=folder, check=True, capture_output=True,
        env=dict(os.environ, PATH=BIN + ':' + os.environ['PATH'])).stdout.decode()
    head, *rows = [line.split('\t') for line in text.splitlines()]
    return [dict(zip(head, row)) for row in rows]


def judge(rows, q, planted, families=FAMILIES):
    """Families with a false finding, found planted ones, false among found."""
    false, hits, share = set(), 0, 0.0
    by_family = {}
    for row in rows:
        if row[q] != 'NA' and float(row[q]) <= .05:
            good = int(row['form'][1:]) < planted
            hits += good
            by_family.setdefault(row['n'], []).append(good)
            if not good:
                false.add(row['n'])
    share = sum(1 - sum(x) / len(x) for x in by_family.values()) / families
    return len(false) / families, hits, share


def small(rows, p):
    v = [float(row[p]) for row in rows if row[p] != 'NA']
    return sum(x <= .05 for x in v) / len(v), sum(x <= .01 for x in v) / len(v)


def covered(rows, low, high, truth):
    v = [float(row[low]) <= truth <= float(row[high]) for row in rows
        if row[low] != 'NA']
    return sum(v) / len(v)


TREND = ['trend', '-q', '-b', 'year', '-d', 'speeches']
TESTS = [
    ('slope', TREND + ['counts'], 'slope', 'p', 'q'),
    ('slope -f', TREND + ['-f', 'speaker', 'counts'], 'slope', 'p_fixed', 'q_fixed'),
    ('kendall', TREND + ['-M', 'kendall', 'counts'], 'slope', 'p', 'q'),
    ('kendall -f', TREND + ['-M', 'kendall', '-f', 'speaker', 'counts'], 'slope',
        'p_fixed', 'q_fixed'),
    ('break', TREND + ['-M', 'break', 'counts'], 'break', 'p', 'q'),
    ('break -f', TREND + ['-M', 'break', '-f', 'speaker', 'counts'], 'break',
        'p_fixed', 'q_fixed'),
    ('keyness -P', ['keyness', '-q', '-P', 'auto', '-b', 'side', '-d', 'speeches',
        '-p', 'T', 'counts'], 'target', 'p_perm', 'q_perm'),
]


def null_table(folder):
    print('Nothing changes: shares of p, of families with a q <= .05, and of the')
    print('95 % intervals of the slope that hold 1')
    print('%-12s %4s  %8s %8s  %8s  %8s' % (
        'test', 'n', 'p<=.05', 'p<=.01', 'q<=.05', 'interval'))
    for n in (12, 31, 100):
        write_tables(folder, n, n, 'none', 1, 0, 4 * FAMILIES)
        for name, command, _, p, q in TESTS:
            rows = run(command, folder)
            low = 'low' + p[1:]
            cover = '%8.3f' % covered(rows, low, low.replace('low', 'high'), 1) \
                if low in rows[0] else ''
            print('%-12s %4d  %8.3f %8.3f  %8.3f  %s' % (
                (name, n) + small(rows, p) + (judge(rows, q, 0, 4 * FAMILIES)[0], cover)))
            sys.stdout.flush()


def beyond(rows, low, high):
    """Shares of the periods below the band of chance and above it; figures have
    six digits."""
    v = [(float(row['rate']) * (1 + 1e-5) < float(row[low]),
        float(row['rate']) * (1 - 1e-5) > float(row[high]))
        for row in rows if row[low] != 'NA']
    return tuple(sum(x) / len(v) for x in zip(*v)) + (len(v),)


def band_table(folder):
    print()
    print('The band of chance of 95 %: shares of the periods that lie outside of it')
    print('%-22s %4s  %7s %7s %8s' % ('nothing changes', 'n', 'below', 'above', 'periods'))
    for kind, size, what in ('none', 1, ''), ('speaker', 2, ' but speakers'):
        for n in (12, 31, 100):
            write_tables(folder, n + 2, n, kind, size, TERMS if size > 1 else 0)
            rows = run(TREND + ['-M', 'rates', '-f', 'speaker', 'counts'], folder)
            for name, tail in ('rates', ''), ('rates -f', '_fixed'):
                print('%-22s %4d  %7.3f %7.3f %8d' % ((name + what, n) +
                    beyond(rows, 'chance_low' + tail, 'chance_high' + tail)))
            sys.stdout.flush()


def speaker_table(folder):
    print()
    print('A speaker who says all terms twice as often comes, another goes: families')
    print('with a q <= .05')
    print('%-12s %4s  %8s' % ('test', 'n', 'q<=.05'))
    for n in (31, 100):
        write_tables(folder, n + 1, n, 'speaker', 2, TERMS)
        for name, more, q in (('slope', [], 'q'), ('slope -f', ['-f', 'speaker'],
                'q_fixed'), ('kendall -f', ['-M', 'kendall', '-f', 'speaker'],
                'q_fixed'), ('break', ['-M', 'break'], 'q'),
                ('break -f', ['-M', 'break', '-f', 'speaker'], 'q_fixed')):
            rows = run(TREND + more + ['counts'], folder)
            print('%-12s %4d  %8.3f' % (name, n, judge(rows, q, 0)[0]))
            sys.stdout.flush()


def power_table(folder):
    print()
    print('One term of %d changes (over the span, at a break, in the target): found in'
        % TERMS)
    print('so many of %d families, and the share of false ones among the found' %
        FAMILIES)
    print('%-12s %4s  %13s  %13s  %13s' % ('test', 'n', 'x 1.5', 'x 2', 'x 4'))
    for n in (31, 100):
        found = {name: [] for name, *_ in TESTS}
        for kind in ('slope', 'break', 'target'):
            for size in (1.5, 2, 4):
                write_tables(folder, '%s %d %g' % (kind, n, size), n, kind, size, 1)
                for name, command, changes, _, q in TESTS:
                    if changes == kind:
                        found[name].append('%5d  (%.3f)' %
                            judge(run(command, folder), q, 1)[1:])
        for name, cells in found.items():
            print('%-12s %4d  %13s  %13s  %13s' % ((name, n) + tuple(cells)))
        sys.stdout.flush()


with tempfile.TemporaryDirectory() as room:
    null_table(room)
    band_table(room)
    speaker_table(room)
    power_table(room)
