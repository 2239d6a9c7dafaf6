#!/bin/sh
# deps.sh - install what Tribune needs (packages.txt) on Debian and its kin.
set -eu
export LC_ALL=C
me=deps.sh

usage() {
	cat <<-EOF
	usage: sh pipeline/deps.sh [-hlno]
	Installs the packages of pipeline/packages.txt that are missing.
	-l  the linters too   -o  what reads office files and PDF too (read-office)
	-n  only say what would be done   -h  this help
	EOF
}

linters=no
optional=no
dry=no
while getopts hlno opt; do
	case $opt in
	l) linters=yes ;;
	n) dry=yes ;;
	o) optional=yes ;;
	h) usage; exit 0 ;;
	*) usage >&2; exit 2 ;;
	esac
done
shift $((OPTIND - 1))
[ $# -eq 0 ] || { usage >&2; exit 2; }

case $0 in
*/*) list=${0%/*}/packages.txt ;;
*) list=packages.txt ;;
esac
tab=$(printf '\t')
wanted=
while IFS=$tab read -r package _ group; do
	case $package in '' | '#'*) continue ;; esac
	[ "$group" != lint ] || [ $linters = yes ] || continue
	[ "$group" != optional ] || [ $optional = yes ] || continue
	wanted="$wanted $package"
done <"$list"

if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
	echo "$me: no apt-get here; look in your system's packages for:$wanted" >&2
	echo "$me: pipeline/packages.txt says what each is for" >&2
	exit 3
fi

# shellcheck disable=SC2086 # a list of words
here=$(dpkg-query -W -f '|${Package}:${db:Status-Status}|' $wanted 2>/dev/null) || :
missing=
for package in $wanted; do
	case $here in
	*"|$package:installed|"*) ;;
	*) missing="$missing $package" ;;
	esac
done

flag=
[ $linters = no ] || flag=' -l'
[ $optional = no ] || flag="$flag -o"
if [ -z "$missing" ]; then
	echo "$me: all packages are there"
elif [ $dry = yes ]; then
	echo "$me: would install:$missing"
elif [ "$(id -u)" -ne 0 ]; then
	echo "$me: missing:$missing; run: sudo sh pipeline/deps.sh$flag" >&2
	exit 3
else
	echo "$me: installing:$missing"
	export DEBIAN_FRONTEND=noninteractive
	log=$(mktemp)
	trap 'rm -f "$log"' EXIT
	# shellcheck disable=SC2086
	if ! {
		apt-get -q -o DPkg::Lock::Timeout=120 update &&
		apt-get -q -y -o DPkg::Lock::Timeout=120 install \
			--no-install-recommends $missing
	} </dev/null >"$log" 2>&1; then
		tail -n 20 "$log" >&2
		echo "$me: apt-get failed: the reason is above" >&2
		exit 3
	fi
	echo "$me: done"
fi
