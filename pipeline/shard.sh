#!/bin/bash
# shard.sh SCRIPT FILE - runs the script of a shard (plan.sh): its texts through
# readers and tokeniser into one stream, packed, FILE; beside it stands in a
# file .kept how many speeches keep(1) read and wrote, and in .notes what was said
# on standard error (notes.sh joins it).
# shard.sh -r FILE SCRIPT ... - what the readers of these scripts give, as
# transcripts.  W and STUDY are in the environment, and GIVEN, the variables of the
# command line (mistakes.sh).
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
	command != "" {
		file = substr($0, 1, length($0) - 2)
		print "begins 1 " file
		print command " " file ") 2>>\"$part.notes\" | each"
		next
	}
	{ print }' "$1"
}

# The script, what its readers say put down.
noted() { # SCRIPT
	awk '
	/^\(cd "\$STUDY" && / { block = $0; n = 0; next }
	block != "" && /^\) \| each$/ {
		print "begins " n " " first "\n" block "\n) 2>>\"$part.notes\" | each"
		block = ""
		next
	}
	block != "" {
		if (n++ == 0)
			first = substr($0, 1, length($0) - 2)
		block = block "\n" $0
		next
	}
	{ print }' "$1"
}

# So many texts are read from here on, the first of which is called so.
begins() { printf '# %s %s\n' "$1" "$2" >>"$part.notes"; }

# What one program of a pipe wrote is what the next one has to read: of those that
# tell (tribune.7, TRIBUNE_TALLY), in the order of the pipe.  Sets first, what the
# first one read, and last and by, what the last one wrote and who it is, and kept,
# the speeches that keep read and wrote; empty
# where another program stands before, between or behind, which may do what it likes.
tallied() { # FILE PIPE
	local rest=" | $2 " name read wrote speeches before begin=1
	first='' last='' by='' kept=''
	[ -f "$1" ] || return 0
	while read -r name read wrote speeches; do
		[ -z "$speeches" ] || kept=$speeches
		before=${rest%%" | $name "*}
		if [ "$before" = "$rest" ]; then
			last='' begin=''
			continue
		fi
		rest=" ${rest#"$before | $name "}"
		case $before in *' | '*) last='' begin='' ;; esac
		[ -z "$begin" ] || first=$read
		begin=''
		same "${last:-"$read"}" "$read" "$by" "$name"
		last=$wrote by=$name
	done <"$1"
	case $rest in *' | '*) last='' ;; esac
}

same() { # WROTE READ PROGRAM PROGRAM
	[ "$1" = "$2" ] || {
		echo "tribune: ${file##*/}: $4 read $2 tokens, but $3 wrote $1" >&2
		exit 1
	}
}

# The pipes of a script, each() for the texts of a reader and whole() for all of
# them, counted.
count_tokens() { # SCRIPT
	local body of_each of_whole sum=0 n who before=''
	body=$(noted "$1")
	of_each=${body#*$'\neach() { '}
	of_each=${of_each%%$'; }\n'*}
	of_whole=${body#*$'\nwhole() { '}
	of_whole=${of_whole%%$'; }\n'*}
	body=${body/$'\neach() {'/$'\neach_pipe() {'}
	body=${body/$'\nwhole() {'/$'\nwhole_pipe() {'}
	each() {
		TRIBUNE_TALLY=$part.each each_pipe 2>>"$part.notes"
		tallied "$part.each" "$of_each"
		printf '%s %s\n' "${last:--}" "$by" >>"$part.sum"
		: >"$part.each"
	}
	whole() { TRIBUNE_TALLY=$part.whole whole_pipe 2>>"$part.notes"; }
	eval "$body" | zstd -q -1 >"$part"
	tallied "$part.whole" "$of_whole"
	printf '%s\n' "$kept" >"$part.kept"
	while read -r n who; do
		[ "$n" != - ] || return 0
		sum=$((sum + n))
		before=$who
	done <"$part.sum"
	[ -z "$first" ] || same "$sum" "$first" "$before" "${of_whole%% *}"
}

# What the shard took, in milliseconds, as the programs tell it of theirs; times says
# 0m1.234s.
cost() {
	local user system t sum=0
	times >"$part.sum"
	while read -r user system; do
		for t in "${user%s}" "${system%s}"; do
			sum=$((sum + 60000 * ${t%m*}))
			t=${t#*m}
			sum=$((sum + 10#${t/./}))
		done
	done <"$part.sum"
	printf '%s\t%d\n' "$file" "$sum"
}

# At the end; where it went wrong, what was said is told as it was.
clear() {
	rc=$?
	if [ $rc -ne 0 ] && [ -f "$part.notes" ]; then
		grep -v '^# ' "$part.notes" >&2 || :
		sed -n 's/^\([a-z-]*\): \(option -\|.*(usage\).*/\1/p' "$part.notes" | sort -u | while IFS= read -r program; do
			sh pipeline/mistakes.sh blame "$STUDY" '' "${GIVEN:-}" "$program"
		done
	fi
	rm -f "$part" "$part.each" "$part.whole" "$part.sum" "$part.kept" "$part.notes"
}

trap clear EXIT
if [ "$1" = -r ]; then
	part=$2.part
	file=$2
	shift 2
	: >"$part.notes"
	each() { transcript; }
	whole() { cat; }
	for script; do
		eval "$(one_by_one "$script")"
	done >"$part"
	sh pipeline/notes.sh "$part.notes" >&2
else
	read -r host </proc/sys/kernel/hostname
	part=$2.$host.$$.part
	file=$2
	: >"$part.notes"
	count_tokens "$1"
	mv "$part.kept" "${file%.vrt.zst}.kept"
	mv "$part.notes" "${file%.vrt.zst}.notes"
	[ -z "${TRIBUNE_COSTS-}" ] || cost >>"$TRIBUNE_COSTS"
fi
mv "$part" "$file"
