#!/bin/sh
# Every example of every page gives what the page shows; prints TAP.
# In a literal block a line `$ COMMAND` is run by sh, and by bash, `> ` goes on
# with it, what follows is its output. A page's commands share a copy of the
# checkout (tests/examples.pl).
# Given pages, only these: sh tests/examples.t stages/count/ngrams/ngrams.1
set -u
. tests/tap.sh
# shellcheck disable=SC3045 # what POSIX lacks, dash, bash and busybox have
ulimit -t 60

[ $# -gt 0 ] || set -- stages/*/*.1 stages/*/*/*.1 pipeline/*.7 pipeline/formats/*.5
worktree_tar >"$T/tar"
export T
perl tests/examples.pl "$@"
