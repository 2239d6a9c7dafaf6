#!/bin/sh
# unix.sh - stems of a text and their counts by the classic chain, for run.sh.
# usage: unix.sh TEXT >counts
set -eu
tr "[:upper:]’" "[:lower:]'" <"$1" |
	sed "s/[^[:alnum:]à-ÿœæ'-]\\{1,\\}/\\n/g; s/'/'\\n/g" |
	sed '/[[:alnum:]]/!d' | stemwords -l fr | sort | uniq -c
