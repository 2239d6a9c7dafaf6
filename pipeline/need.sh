#!/bin/sh
# need.sh - says in one line a package what the build misses, and how to get it.
set -u
cc=${CC:-cc}
missing=''
command -v "$cc" >/dev/null 2>&1 || missing="$missing gcc"
if [ -z "$missing" ]; then
	has() { printf '#include <%s>\n' "$1" | "$cc" -E - >/dev/null 2>&1; }
	has stdlib.h || missing="$missing libc6-dev"
	has libstemmer.h || missing="$missing libstemmer-dev"
	has utf8proc.h || missing="$missing libutf8proc-dev"
	has gsl/gsl_math.h || missing="$missing libgsl-dev"
	has expat.h || missing="$missing libexpat1-dev"
	has csv.h || missing="$missing libcsv-dev"
	has jansson.h || missing="$missing libjansson-dev"
	has zstd.h || missing="$missing libzstd-dev"
	has zlib.h || missing="$missing zlib1g-dev"
	command -v zstd >/dev/null 2>&1 || missing="$missing zstd"
	has hunspell/hunspell.h || missing="$missing libhunspell-dev"
	pkg-config --exists hunspell || missing="$missing pkg-config"
fi
[ -z "$missing" ] && exit 0
echo "tribune: missing to build:$missing; install with: sudo sh pipeline/deps.sh" >&2
exit 1
