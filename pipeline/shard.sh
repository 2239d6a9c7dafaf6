#!/bin/bash
# shard.sh SCRIPT FILE - runs the script of a shard (plan.sh): its texts through
# readers and tokeniser into one stream, packed, FILE.
# shard.sh -r FILE SCRIPT ... - what the readers of these scripts give, as
# transcripts.  W and STUDY are in the environment.
set -eu -o pipefail
export LC_ALL=C
case $W in /*) NAMES=$W/names ;; *) NAMES=$PWD/$W/names ;; esac
case $STUDY in /*) ;; *) STUDY=$PWD/$STUDY ;; esac

# The name in the study of a text whose name make cannot hold.
real() { # NAME
	here=$(cd "$STUDY" && pwd -P)
	file=$(readlink "$NAMES/$1")
	file=${file#"$here/"}
	case $file in -*) file=./$file ;; esac
	printf '%s\n' "$file"
}

# Some readers write tokens.
transcript() {
	IFS= read -r head || :
	case $head in
	'<!-- #vrt'*) { printf '%s\n' "$head" && cat; } | export-to -q -f transcript ;;
	*) printf '%s\n' "$head" && cat ;;
	esac
}

# The script without tokeniser, its reader run for each text by itself, so that
# what two texts share is for check(1) to tell.
one_by_one() { # SCRIPT
	awk '
	/^(each|whole)\(\) / { next }
	/^\(cd "\$STUDY" && / { command = substr($0, 1, length($0) - 2); next }
	/^\) \| each$/ { command = ""; next }
	command != "" { print command " " substr($0, 1, length($0) - 2) ") | each"; next }
	{ print }' "$1"
}

if [ "$1" = -r ]; then
	part=$2.part
	file=$2
	shift 2
	each() { transcript; }
	whole() { cat; }
	for script; do
		eval "$(one_by_one "$script")"
	done >"$part"
else
	part=$2.$(uname -n).$$.part
	file=$2
	trap 'rm -f "$part"' EXIT
	# shellcheck source=/dev/null
	. "$1" | zstd -q -1 >"$part"
fi
mv "$part" "$file"
