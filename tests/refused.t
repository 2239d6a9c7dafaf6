#!/bin/sh
# Some of what `make faults` does (tests/faults/campaign.sh): the readers that load
# the C library, as all programs do where SHARED=yes is given, with some calls
# refused, others short or interrupted, and signals; prints TAP.
set -u
. tests/tap.sh

case $B in /*) built=$B ;; *) built=$top/$B ;; esac
! grep -q __asan_init "$built/bin/read-text" || skip_all 'a sanitizer is loaded before'
FAIL=$built/fail.so BINS=$built/bin MOST=12 IN_CASES=0
export T FAIL BINS MOST IN_CASES
perl tests/faults/campaign.pl read-dump read-table read-text read-vrt import-themes
