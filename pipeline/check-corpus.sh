#!/bin/sh
# check-corpus.sh WORK JOIN COUNT ASKED PART ... - have the shards the
# column that is counted and the attributes that part them, and no speech twice?
# An attribute that no speech has is an error, if it is one of ASKED, or of the tests of
# ONLY, SELECT and COMPARE.  JOIN, commands
# with a | behind each, joins the metadata: what has no partner is told.
# That no speech passes what the study asks of them, PART_OF, is an error, too, that the
# pipe has not made what it is for, and a type of NO_WORDS, one of OTHER_TYPES, that
# neither readers give (TYPES_KNOWN) nor texts have.
# WORK/selection.tsv is written, and WORK/parts.ok in the end.
set -eu
POS=${POS:-}
export LC_ALL=C
. pipeline/messages.sh
work=$1
join=$2
count=$3
asked=$4
shift 4
parts=$*

# What was said while shards were made that are new; how many speeches there are of
# how many that were read.
set --
n=0
of=0
while IFS= read -r shard; do
	shard=$work/shards/$shard
	# shellcheck disable=SC3013 # POSIX has -nt since 2024, dash long since
	{ [ -f "$work/parts.ok" ] && [ ! "$shard.notes" -nt "$work/parts.ok" ]; } || set -- "$@" "$shard.notes"
	read -r was is <"$shard.kept"
	of=$((of + ${was:-0}))
	n=$((n + ${is:-0}))
done <"$work/shards.list"
[ $# -eq 0 ] || sh pipeline/notes.sh "$@" >&2 || :
printf 'speeches\tof\n%d\t%d\n' "$n" "$of" >"$work/selection.tsv"

read_again() {
	# shellcheck disable=SC2046 # names of shards have no blanks
	W=$work STUDY=$STUDY bash pipeline/shard.sh -r "$work/.read" \
		$(sed "s|.*|$work/shards/&.recipe|" "$work/shards.list")
}

# Types of paragraphs: what is left out stands in no shard.
types_there() {
	read_again 2>/dev/null
	{
		sed -n 's/^<p .*type="\([^"]*\)".*/\1/p' "$work/.read"
		printf '%s\n' "$TYPES_KNOWN" | tr -s ' ' '\n'
	} | sort -u | paste -sd ' '
	rm -f "$work/.read"
}
if [ -n "$OTHER_TYPES" ]; then
	there=$(types_there)
	rc=0
	for type in $OTHER_TYPES; do
		case " $there " in
		*" $type "*) ;;
		*)
			rc=1
			sh pipeline/mistakes.sh value "$STUDY" '' "$GIVEN" 'NO_WORDS' \
				'NO_WORDS: no paragraph has the type %s; there are: %s' "$type" "$there" || :
			;;
		esac
	done
	[ "$rc" -eq 0 ] || exit 1
fi

# The speeches as they are read, with their metadata; their attributes.
all_speeches() {
	read_again
	eval "${join:+$(printf '%s' "$join" | sed 's/annotate /annotate -q /g')} grep '^<speech'" <"$work/.read"
}
attributes_there() {
	all_speeches 2>/dev/null | grep -o ' [^ ="]*="[^"]' | sed 's/^ //; s/=.*//' | sort -u | grep -vx source | paste -sd ' '
	rm -f "$work/.read"
}

# What the attributes are of which none passes.
values() {
	all_speeches | awk "$awk_T"'
	BEGIN {
		s = ENVIRON["PART_OF"]
		while (match(s, /[A-Za-z0-9_]+ *[=!<>~]/)) {
			name = substr(s, RSTART, RLENGTH)
			s = substr(s, RSTART + RLENGTH)
			sub(/ *.$/, "", name)
			if (!(name in asked)) {
				asked[name]
				ask[++n_ask] = name
			}
		}
	}
	{
		for (s = $0; match(s, / [^ ="]+="[^"]*"/); s = substr(s, RSTART + RLENGTH)) {
			cell = substr(s, RSTART + 1, RLENGTH - 2)
			at = index(cell, "=")
			name = substr(cell, 1, at - 1)
			value = substr(cell, at + 2)
			if (!(name in have) && name != "source")
				names = names " " name
			have[name]
			if ((name in asked) && n[name, value]++ == 0)
				list[name] = list[name] "\t" value
		}
	}
	END {
		for (i = 1; i <= n_ask; i++) {
			name = ask[i]
			if (!(name in have)) {
				note(sprintf(T("no speech has the attribute %s; there are:%s"), name, names))
				continue
			}
			line = ""
			m = split(substr(list[name], 2), cells, "\t")
			for (k = 1; k <= m && k <= 12; k++)
				line = line (k > 1 ? ", " : "") cells[k] " (" n[name, cells[k]] ")"
			note(sprintf(T("%s is %s"), name, line more(m, 12)))
		}
	}'
	rm -f "$work/.read"
}
if [ "$n" -eq 0 ] && [ "$of" -gt 0 ]; then
	sh pipeline/mistakes.sh value "$STUDY" '' "$GIVEN" 'ONLY SELECT' \
		'no speech of %s passes %s' "$of" "$PART_OF" || :
	values >&2
	exit 1
fi

set --
while IFS= read -r shard; do
	set -- "$@" "$work/shards/$shard.vrt.zst"
done <"$work/shards.list"

zstd -dcq -- "$@" | grep -e '^<!-- #vrt ' -e '^<speech' >"$work/.tags" || :
: >"$work/.speeches"
: >"$work/.lacking"
COUNT=$count ASKED=" $asked " SPEECHES=${join:+$work/.speeches} awk -v parts="$parts" -v left_out=$((of - n)) \
	-v lacking="$work/.lacking" "$awk_T"'
	# Where a variable is set, if it is.
	function place(v, at, line) {
		at = "sh pipeline/mistakes.sh where \"$STUDY\" \"\" \"$GIVEN\" " v
		at | getline line
		close(at)
		return line ": "
	}
	# The attributes that a variable tests.
	function tests_of(v, s, sign) {
		sign = v == "ONLY" ? "(^|[ \t])" : "-[aA] *[\"\047]?"
		for (s = ENVIRON[v]; match(s, sign "[A-Za-z0-9_-]+ *[=!<>~]"); ) {
			name = substr(s, RSTART, RLENGTH)
			s = substr(s, RSTART + RLENGTH)
			sub("^" sign, "", name)
			sub(/ *.$/, "", name)
			if (name in have || name == "source")
				continue
			# those that have it may be left out
			if (v != "COMPARE" && left_out)
				print v, name > lacking
			else {
				bad = 1
				note(place(v) v ": " sprintf(T("no speech has the attribute %s; there are:%s"), name, names))
			}
		}
	}
	BEGIN { n_parts = split(parts, part, " ") }
	/^<!-- #vrt / {
		columns = ""
		for (i = 4; i < NF; i++)
			columns = columns " " $i
		if (known == "")
			known = columns
		else if (columns != known) {
			bad = 1
			note(sprintf(T("some texts have the columns%s, others%s"), columns, known))
			exit
		}
		next
	}
	{
		n++
		if (ENVIRON["SPEECHES"] != "")
			print $0 "\n</speech>" > ENVIRON["SPEECHES"]
		for (s = $0; match(s, / [^ ="]+="[^"]*"/); s = substr(s, RSTART + RLENGTH)) {
			cell = substr(s, RSTART + 1, RLENGTH - 2)
			at = index(cell, "=")
			name = substr(cell, 1, at - 1)
			value = substr(cell, at + 2)
			if (value == "")
				continue
			if (name == "id" && (value in ids) && !bad) {
				bad = 1
				note(sprintf(T("the speech id %s comes twice: rename a text, or leave one out"), value))
			}
			if (name == "id")
				ids[value]
			if (!(name in have) && name != "source")
				names = names " " name
			have[name]++
		}
	}
	END {
		if (known == "") {
			note(place("\047LEMMATISE STEM TOKENISE READ\047") \
				T("no tokens come of the texts: a reader must write a transcript, and what stands behind it tokens (tokens.5)"))
			exit 1
		}
		if (!n && !bad) {
			note(place("\047READ TOKENISE STEM LEMMATISE\047") \
				T("no speech comes of the texts: in a transcript each begins with a line <speech id=...> (transcript.5)"))
			exit 1
		}
		if (ENVIRON["LEMMATISE"] ~ /[^ ]/ && index(known " ", " lemma ") == 0) {
			bad = 1
			note(place("LEMMATISE") sprintf(T("LEMMATISE = %s: it gives no column lemma; there are:%s"), \
				ENVIRON["LEMMATISE"], known))
		}
		if (index(known " ", " " ENVIRON["COUNT"] " ") == 0) {
			bad = 1
			note(place("COUNT") sprintf(T("COUNT = %s: no such column; there are:%s"), ENVIRON["COUNT"], known) \
				(ENVIRON["COUNT"] == "lemma" ? T(" (LEMMATISE = tag gives lemmas)") : ""))
		}
		if (ENVIRON["POS"] != "" && index(known " ", " pos ") == 0) {
			bad = 1
			note(place("POS") sprintf(T("POS = %s: no column pos; there are:%s"), ENVIRON["POS"], known) \
				T(" (LEMMATISE = tag gives it)"))
		}
		for (i = 1; i <= n_parts; i++) {
			p = part[i]
			if (!(p in have)) {
				is_asked = index(ENVIRON["ASKED"], " " p " ")
				if (is_asked)
					bad = 1
				note((is_asked ? place("PARTS") : "") \
					sprintf(T("PARTS: no speech has the attribute %s; there are:%s"), p, names))
			} else if (have[p] < n)
				note(sprintf(T("PARTS: speeches without %s: %d of %d (the part NA)"), p, n - have[p], n))
		}
		tests_of("ONLY")
		tests_of("SELECT")
		tests_of("COMPARE")
		exit bad
	}' "$work/.tags" >&2 && rc=0 || rc=$?
if [ -s "$work/.lacking" ]; then
	there=$(attributes_there)
	while read -r variable name; do
		case " $there " in *" $name "*) continue ;; esac
		rc=1
		tell '%s: %s: no speech has the attribute %s; there are: %s' \
			"$(sh pipeline/mistakes.sh where "$STUDY" '' "$GIVEN" "$variable")" "$variable" "$name" "$there"
	done <"$work/.lacking"
fi
# (names of other tag sets for these classes do, tokens.5)
if [ -n "$POS" ] && [ "$rc" -eq 0 ] &&
	[ "$(zstd -dcq -- "$@" | types -q -c "form:$(printf '%s' "$POS" | tr -s ' ' ,)" | wc -l)" -lt 2 ]; then
	zstd -dcq -- "$@" | types -q -c pos | POS=$POS awk -F '\t' "$awk_T"'
		NR == 1 { next }
		NR <= 18 { there = there " " $1 }
		END {
			if (NR < 2)
				exit
			at = "sh pipeline/mistakes.sh where \"$STUDY\" \"\" \"$GIVEN\" POS"
			at | getline line
			note(line ": " sprintf(T("POS = %s: no word is of these classes; there are:%s"), ENVIRON["POS"], there))
			exit 1
		}' >&2 || rc=$?
fi
# (rows of speeches that the study leaves out are no surprise)
if [ -s "$work/.speeches" ]; then
	eval "${join%|}" <"$work/.speeches" 2>"$work/.said" >/dev/null || :
	if [ "$n" -lt "$of" ]; then
		sed -E 's/(: |; )[0-9]+ rows? without a speech \(.*\)$/\1/; s/; $//; /: $/d' "$work/.said" >&2
	elif [ -s "$work/.said" ]; then
		cat "$work/.said" >&2
	fi
fi
rm -f "$work/.tags" "$work/.speeches" "$work/.said" "$work/.lacking"
[ "$rc" -eq 0 ] || exit "$rc"
: >"$work/parts.ok"
