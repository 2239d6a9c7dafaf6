#!/bin/sh
# Golden cases of the programs, tests/ROOM/PROGRAM/cases; prints TAP.  Their form
# is told in tests/cases.pl.  Given programs, folders or cases (or programs in
# PROGRAMS), only these:
# sh tests/stages.t ngrams tests/read/read-text tests/count/merge/empty
set -u
leaks=1
. tests/tap.sh

export T
# shellcheck disable=SC3045 # what POSIX lacks, dash, bash and busybox have
ulimit -t 60
# shellcheck disable=SC2086 # several
perl tests/cases.pl run "$@" ${PROGRAMS-}
