#!/bin/bash
# shard.sh RECIPE FILE - makes a shard of its recipe (tribune plan): its texts through
# readers and tokeniser into one stream, packed, FILE; beside it stands in a
# file .kept how many speeches keep(1) read and wrote, and in .notes what was said
# on standard error (notes.sh joins it).
# shard.sh -r FILE RECIPE ... - what the readers of these recipes give, as
# transcripts.  W and STUDY are in the environment; where TRIBUNE_ERRORS is, it gets what
# made this one fail (mistakes.sh).
set -eu -o pipefail
export LC_ALL=C
. pipeline/messages.sh
case $W in /*) NAMES=$W/names ;; *) NAMES=$PWD/$W/names ;; esac
case $STUDY in /*) ;; *) STUDY=$PWD/$STUDY ;; esac
ERRORS=${TRIBUNE_ERRORS-}

# The name in the study of a text whose name make cannot hold.
real() { # NAME
	here=$(cd "$STUDY" && pwd -P)
	file=$(readlink "$NAMES/$1")
	file=${file#"$here/"}
	case $file in -*) file=./$file ;; esac
	printf '%s\n' "$file"
}

# What a recipe holds, a line each: "# HASH NAME" of what it was made of; the pipes,
# "each PIPE" behind each reader and "whole PIPE" behind all of them; then readings, "read
# READER" and its texts, "text NAME" or, where make cannot hold the name, "link NAME".
lines=()
take() { # RECIPE; sets lines, of_each, of_whole
	local line
	mapfile -t lines <"$1"
	for line in "${lines[@]}"; do
		case $line in
		'each '*) of_each=${line#each } ;;
		'whole '*) of_whole=${line#whole } ;;
		'read '*) break ;;
		esac
	done
}

# The readings of the recipe in turn.
readings() { # FUNCTION, called as FUNCTION READER NAME ...
	local line reader='' names=()
	for line in "${lines[@]}" 'read '; do
		case $line in
		'text -'*) names+=("./${line#text }") ;;
		'text '*) names+=("${line#text }") ;;
		'link '*) names+=("$(real "${line#link }")") ;;
		'read '*)
			if [ ${#names[@]} -gt 0 ]; then
				"$1" "$reader" "${names[@]}"
			fi
			reader=${line#read }
			names=()
			;;
		esac
	done
}

# So many texts are read from here on, the first of which is called so.
begins() { printf '# %s %s\n' "$1" "$2" >>"$part.notes"; }

# What a reader gives of texts, in a pipe; what it says is put down.
read_texts() { # READER NAME ...
	local reader=$1 program=${1%% *}
	shift
	case $program in *[!A-Za-z0-9_./+-]*) program='' ;; esac
	{
		{ cd "$STUDY" && eval "$reader \\
\"\$@\""; } || ended 0 "$program" $?
	} 2>>"$part.notes"
}

# A transcript of each text by itself, so that what two share is for check(1) to tell.
# Some readers write tokens.
transcripts() { # READER NAME ...
	local reader=$1 name
	shift
	for name; do
		begins 1 "$name"
		read_texts "$reader" "$name" | {
			IFS= read -r head || :
			case $head in
			'<!-- #vrt'*) { printf '%s\n' "$head" && cat; } | export-to -q -f transcript ;;
			*) printf '%s\n' "$head" && cat ;;
			esac
		}
	done
}

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

# The commands of a pipe that did not end with 0 are put down: where each stands, how it
# ended and what it is called, where that is known.
ended() { # PLACE PIPE STATUS ...
	local place=$1 pipe=$2 rc=1 one name
	shift 2
	one=${pipe//[!|]/}
	[ $((${#one} + 1)) -eq $# ] || pipe=
	for one; do
		name=${pipe%%|*}
		pipe=${pipe#*|}
		name=${name#"${name%%[! ]*}"}
		[ "$one" -eq 0 ] || rc=$one
		[ "$one" -eq 0 ] || printf '%s\t%s\t%s\n' "$place" "$one" "${name%% *}" >>"${TRIBUNE_ERRORS%.errors}.ends"
		place=$((place + 1))
	done
	return "$rc"
}

same() { # WROTE READ PROGRAM PROGRAM
	[ "$1" = "$2" ] || {
		echo "tribune: ${file##*/}: $4 read $2 tokens, but $3 wrote $1" >&2
		exit 1
	}
}

# The tokens of a reader's texts, counted.
tokens() { # READER NAME ...
	begins $(($# - 1)) "$2"
	read_texts "$@" | {
		TRIBUNE_TALLY=$part.each each_pipe 2>>"$part.notes"
		tallied "$part.each" "$of_each"
		printf '%s %s\n' "${last:--}" "$by" >>"$part.sum"
		: >"$part.each"
	}
}

# The shard of a recipe, its tokens counted from pipe to pipe.
count_tokens() { # RECIPE
	local sum=0 n who before='' level=-1
	[ -z "${TRIBUNE_STORED-}" ] || level=--fast=1000 # (blocks as they are)
	take "$1"
	eval "each_pipe() { $of_each"' || ended 1 "$of_each" "${PIPESTATUS[@]}"; }'
	eval "whole_pipe() { $of_whole"' || ended 100 "$of_whole" "${PIPESTATUS[@]}"; }'
	readings tokens | TRIBUNE_TALLY=$part.whole whole_pipe 2>>"$part.notes" | { zstd -q --single-thread "$level" >"$part" || exit 3; }
	tallied "$part.whole" "$of_whole"
	printf '%s\n' "$kept" >"$part.kept"
	while read -r n who; do
		[ "$n" != - ] || return 0
		sum=$((sum + n))
		before=$who
	done <"$part.sum"
	[ -z "$first" ] || same "$sum" "$first" "$before" "${of_whole%% *}"
}

# The hashes at the head of a recipe are of before: a text that changed since, and perhaps
# back again, would stand for another one.
unchanged() { # RECIPE
	local sign sum name sums='' said
	while read -r sign sum name && [ "$sign" = '#' ]; do
		[ "$name" != 'its name' ] || continue
		if [ -e "$STUDY/$name" ]; then
			name=$STUDY/$name
		elif [ -L "$NAMES/$name" ]; then
			name=$NAMES/$name
		fi
		sums+="$sum  $name"$'\n'
	done <"$1"
	[ -n "$sums" ] || return 0
	said=$(sha256sum -c --quiet 2>/dev/null <<<"${sums%$'\n'}") && return
	tell '%s: changed while it was read' "${said%%: FAILED*}"
	exit 1
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

# At the end; where it went wrong, what was said is told as it was, but for what follows
# from it: that there is nothing to read.
clear() {
	rc=$?
	[ $rc -eq 0 ] || [ ! -f "$part.notes" ] || causes
	rm -f "$part" "$part.each" "$part.whole" "$part.sum" "$part.kept" "$part.notes" "$part.errors" "$part.ends"
}
causes() {
	touch "$part.errors" "$part.ends"
	# (cause: what made it fail; a program of somebody else may have said nothing)
	ERRORS=$ERRORS awk -F '\t' "$awk_T"'
	function is_empty(message) { return message ~ /^[^ ]*: <stdin>: / }
	function put(line) { if (ENVIRON["ERRORS"] != "") print line >> ENVIRON["ERRORS"] }
	FILENAME == ARGV[1] {
		said[++n] = substr($0, 3)
		status[n] = $1
		who = said[n]
		sub(/: .*/, "", who)
		of[n] = who
		spoke[who]
		if (!is_empty(said[n]))
			cause = 1
		next
	}
	FILENAME == ARGV[2] {
		if (!($3 in place))
			place[$3] = $1
		if ($3 != "" && !($3 in spoke) && $2 != 141) {
			silent[$3] = $2
			cause = 1
		} else if ($2 == 141)
			unread = $3
		next
	}
	!/^# / { note_of[++n_notes] = $0 }
	END {
		for (i = 1; i <= n; i++)
			if (is_empty(said[i]) && (!first || place[of[i]] < place[of[first]]))
				first = i
		for (i = 1; i <= n; i++)
			if (is_empty(said[i]) && (cause || i != first))
				follows[said[i]]
			else
				put(status[i] "\t" said[i])
		for (i = 1; i <= n_notes; i++)
			if (!(note_of[i] in follows))
				print note_of[i]
		for (who in silent) {
			put("2\t" who ": ")
			note(sprintf(T("%s ended with exit status %d"), who, silent[who]))
		}
		if (!n && !cause && unread != "")
			note(sprintf(T("what %s writes is not read by the program behind it"), unread))
	}' "$part.errors" "$part.ends" "$part.notes" >&2
}

# Where the programs put down their errors (tribune.7).
errors_here() {
	case $part in /*) TRIBUNE_ERRORS=$part.errors ;; *) TRIBUNE_ERRORS=$PWD/$part.errors ;; esac
	export TRIBUNE_ERRORS
}

trap clear EXIT
if [ "$1" = -r ]; then
	part=$2.part
	errors_here
	file=$2
	shift 2
	: >"$part.notes"
	for recipe; do
		take "$recipe"
		readings transcripts
	done >"$part"
	sh pipeline/notes.sh "$part.notes" >&2
else
	read -r host </proc/sys/kernel/hostname
	part=$2.$host.$$.part
	errors_here
	file=$2
	: >"$part.notes"
	count_tokens "$1"
	unchanged "$1"
	mv "$part.kept" "${file%.vrt.zst}.kept"
	mv "$part.notes" "${file%.vrt.zst}.notes"
	[ -z "${TRIBUNE_COSTS-}" ] || cost >>"$TRIBUNE_COSTS"
fi
mv "$part" "$file"
