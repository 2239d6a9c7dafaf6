#!/bin/sh
# check-corpus.sh WORK JOIN COUNT asked|default PART ... - have the shards the
# column that is counted and the attributes that part them, and no speech twice?
# An attribute that no speech has is an error, if it was asked for.  JOIN, commands
# with a | behind each, joins the metadata: what has no partner is told.
# That no speech passes what the study asks of them, PART_OF, is an error, too.
# WORK/parts.ok is written in the end.
set -eu
POS=${POS:-}
export LC_ALL=C
. pipeline/messages.sh
work=$1
join=$2
count=$3
how=$4
shift 4

# What was said while shards were made that are new.
if [ -f "$work/parts.ok" ]; then
	find "$work/shards" -name '*.notes' -newer "$work/parts.ok"
else
	find "$work/shards" -name '*.notes'
fi >"$work/.new"
awk -v at="$work/shards/" '
	FILENAME == ARGV[1] { new[$0]; next }
	(at $0 ".notes") in new { printf "%s%c", at $0 ".notes", 0 }' "$work/.new" "$work/shards.list" |
	xargs -0r sh pipeline/notes.sh >&2 || :

# What the attributes are of which none passes: the texts are read again.
values() {
	# shellcheck disable=SC2046 # names of shards have no blanks
	W=$work STUDY=$STUDY bash pipeline/shard.sh -r "$work/.read" \
		$(sed "s|.*|$work/shards/&.sh|" "$work/shards.list")
	eval "${join:+$(printf '%s' "$join" | sed 's/annotate /annotate -q /g')} grep '^<speech'" \
		<"$work/.read" | awk "$awk_T"'
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
				print "tribune: " visible(sprintf(T("no speech has the attribute %s; there are:%s"), name, names))
				continue
			}
			line = ""
			m = split(substr(list[name], 2), cells, "\t")
			for (k = 1; k <= m && k <= 12; k++)
				line = line (k > 1 ? ", " : "") cells[k] " (" n[name, cells[k]] ")"
			print "tribune: " visible(sprintf(T("%s is %s"), name, line (m > 12 ? sprintf(T(" and %d more"), m - 12) : "")))
		}
	}'
	rm -f "$work/.read"
}
{ read -r _ && read -r n of; } <"$work/selection.tsv"
if [ "$n" -eq 0 ] && [ "$of" -gt 0 ]; then
	sh pipeline/mistakes.sh value "$STUDY" '' "$GIVEN" 'ONLY SELECT' \
		'none of the %s speeches passes %s' "$of" "$PART_OF" || :
	values >&2
	exit 1
fi

of_shards() {
	awk -v at="$work/shards/" '{ printf "%s%s.vrt.zst%c", at, $0, 0 }' "$work/shards.list" |
		xargs -0 zstd -dcq --
}

of_shards | grep -e '^<!-- #vrt ' -e '^<speech' >"$work/.tags" || :
COUNT=$count HOW=$how awk -v parts="$*" "$awk_T"'
	# Where a variable is set, if it is.
	function place(v, at, line) {
		at = "sh pipeline/mistakes.sh where \"$STUDY\" \"\" \"$GIVEN\" " v
		at | getline line
		close(at)
		return line ": "
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
			print "tribune: " visible(sprintf(T("some texts have the columns%s, others%s"), columns, known))
			exit
		}
		next
	}
	{
		n++
		for (s = $0; match(s, / [^ ="]+="[^"]*"/); s = substr(s, RSTART + RLENGTH)) {
			cell = substr(s, RSTART + 1, RLENGTH - 2)
			at = index(cell, "=")
			name = substr(cell, 1, at - 1)
			value = substr(cell, at + 2)
			if (value == "")
				continue
			if (name == "id" && (value in ids) && !bad) {
				bad = 1
				print "tribune: " visible(sprintf(T("the speech id %s comes twice: rename a text, or leave one out"), value))
			}
			if (name == "id")
				ids[value]
			if (!(name in have) && name != "source")
				names = names " " name
			have[name]++
		}
	}
	END {
		if (known != "" && index(known " ", " " ENVIRON["COUNT"] " ") == 0) {
			bad = 1
			print "tribune: " place("COUNT") visible(sprintf(T("COUNT = %s: no such column; there are:%s"), ENVIRON["COUNT"], known)) \
				(ENVIRON["COUNT"] == "lemma" ? T(" (LEMMATISE = lemmatise gives lemmas)") : "")
		}
		if (known != "" && ENVIRON["POS"] != "" && index(known " ", " pos ") == 0) {
			bad = 1
			print "tribune: " place("POS") visible(sprintf(T("POS = %s: no column pos; there are:%s"), ENVIRON["POS"], known)) \
				T(" (LEMMATISE = tag gives it)")
		}
		for (i = 1; i <= n_parts; i++) {
			p = part[i]
			if (n > 0 && !(p in have)) {
				if (ENVIRON["HOW"] == "asked")
					bad = 1
				print "tribune: " (bad ? place("PARTS") : "") \
					visible(sprintf(T("PARTS: no speech has the attribute %s; there are:%s"), p, names))
			} else if (have[p] < n)
				print "tribune: " visible(sprintf(T("PARTS: %d of %d speeches have no %s: they are the part NA"), n - have[p], n, p))
		}
		exit bad
	}' "$work/.tags" >&2 && rc=0 || rc=$?
# (names of other tag sets for these classes do, tokens.5)
if [ -n "$POS" ] && [ "$rc" -eq 0 ] &&
	[ "$(of_shards | types -q -c "form:$(printf '%s' "$POS" | tr -s ' ' ,)" | wc -l)" -lt 2 ]; then
	of_shards | types -q -c pos | POS=$POS awk -F '\t' "$awk_T"'
		NR == 1 { next }
		NR <= 18 { there = there " " $1 }
		END {
			if (NR < 2)
				exit
			at = "sh pipeline/mistakes.sh where \"$STUDY\" \"\" \"$GIVEN\" POS"
			at | getline line
			print "tribune: " line ": " visible(sprintf(T("POS = %s: no word is of these classes; there are:%s"), ENVIRON["POS"], there))
			exit 1
		}' >&2 || rc=$?
fi
# (rows of speeches that the study leaves out are no surprise)
of_left_out() {
	if [ "$n" -lt "$of" ]; then
		sed -E 's/(: |; )[0-9]+ rows? without a speech \(.*\)$/\1/; s/; $//; /: $/d'
	else
		cat
	fi
}
[ -z "$join" ] || sed 's|^<speech.*|&\n</speech>|' "$work/.tags" | grep -v '^<!--' |
	{ eval "$join cat" 2>&1 >/dev/null || :; } | of_left_out >&2
rm -f "$work/.tags" "$work/.new"
[ "$rc" -eq 0 ] || exit "$rc"
: >"$work/parts.ok"
