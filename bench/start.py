#!/usr/bin/env python3
"""start.py [-n starts] FOLDER ... - what the start of a program costs beyond that
of /bin/true: CPU milliseconds (user and system) of runs in turn on empty input,
the least and the mean of them, and pages of memory touched first. The programs
are those of tests/faults.tsv, with its arguments, in each FOLDER."""
import argparse
import os
import shlex


def rows():
    """Programs and the arguments that make them filters."""
    with open('tests/faults.tsv', encoding='utf-8') as f:
        for line in f:
            if line.startswith('#'):
                continue
            name, args = line.rstrip('\n').split('\t')[:2]
            yield name, [] if args == '-' else shlex.split(args.replace('$T', '/tmp'))


def start(argv, null):
    """CPU milliseconds and page faults of one run."""
    pid = os.posix_spawn(argv[0], argv, os.environ, file_actions=[
        (os.POSIX_SPAWN_DUP2, null, fd) for fd in (0, 1, 2)])
    used = os.wait4(pid, 0)[2]
    return 1000 * (used.ru_utime + used.ru_stime), used.ru_minflt


def main():
    a = argparse.ArgumentParser(description=__doc__)
    a.add_argument('-n', type=int, default=50, metavar='starts')
    a.add_argument('folder', nargs='+')
    o = a.parse_args()
    runs = {('true', '/bin'): ['/bin/true']}
    for name, args in rows():
        for folder in map(os.path.abspath, o.folder):
            if os.access(f'{folder}/{name}', os.X_OK):
                runs[name, folder] = [f'{folder}/{name}'] + args
    os.chdir('tests/faults')
    null = os.open('/dev/null', os.O_RDWR)
    seen = {key: [] for key in runs}
    for _ in range(o.n):
        for key, argv in runs.items():
            seen[key].append(start(argv, null))
    none = seen['true', '/bin']
    print('program\tfolder\tleast_ms\tmean_ms\tpages')
    for (name, folder), got in seen.items():
        least = min(got)[0] - min(none)[0]
        mean = sum(ms - no for (ms, _), (no, _) in zip(got, none)) / len(got)
        print(f'{name}\t{folder}\t{least:.2f}\t{mean:.2f}\t{got[-1][1]}')


main()
