#!/bin/sh
# regen.sh NAME ... - output, error text and status of golden cases from what
# happens now, into their file; NAME is a program, its folder or a case, as
# tests/count/ngrams/empty.  Look at `git diff` before you commit.
set -u
. tests/tap.sh

export T
# shellcheck disable=SC3045 # what POSIX lacks, dash, bash and busybox have
ulimit -t 60
perl tests/cases.pl golden "$@"
