#!/bin/sh
# choices.sh WHAT - the choices of a study (sensitivity.mk), each in a folder of its
# own, W/choices/CHOICE, where the study's graph is made with other variables.
#   pivots W           the pivots of the study, as PIVOTS takes them
#   small W N PART ... options of keep(1) that leave out the parts of fewer words
#   plan               copies the study for each choice, and tells what they cost
#   make CHOICE        its tables
#   runs               W/choices.tsv, for robust(1)
#   took W             what they cost
#   stale W OUT ROBUST takes away what was made of other tables, or by another program,
#                      and says "gone"
# W/choices.list has a line a choice: its name and its VARIABLE=VALUE, with tabs.
# In the environment: W STUDY NAME COUNT SAID MAKE HELD, of which stale needs SAID.
set -eu
export LC_ALL=C
. pipeline/messages.sh
tab=$(printf '\t')

pivots() {
	sed 1d "$1/pivots.txt" | cut -f 1 | tr ' ' _ | tr '\n' ' '
}

# Of each attribute, if two parts are left: -a 'speaker!=Jean d'\''Arc'.
small() { # W N PART ...
	work=$1
	least=$2
	shift 2
	for part; do
		awk -F '\t' -v least="$least" -v part="$part" -v quote="'" '
		NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
		$at["words"] >= least { large++; next }
		{
			name = $at["part"] == "NA" ? "" : $at["part"]
			gsub(quote, quote "\\" quote quote, name)
			out = out " -a " quote part "!=" name quote
		}
		END { if (large > 1) printf "%s", out }' "$work/compared-$part.tsv"
	done
}

# A choice begins as the study is.  Tables and streams are never written in place: they
# are linked.  Other files, by which make knows what is to be made, are copied.
begin() { # CHOICE
	to=$PWD/$W/choices/$1
	case $W in /*) to=$W/choices/$1 ;; esac
	rm -rf "$to"
	mkdir -p "$to"
	linked='( -name *.tsv -o -name *.zst ) ! -path ./commands/* ! -path ./files/* ! -path ./sums/* ! -path ./names/*'
	(
		set -f
		cd "$W"
		find . -mindepth 1 \( -path ./choices -o -path ./new -o -path ./ranges -o -path ./tasks \) -prune -o -type d -print0 |
			(cd "$to" && xargs -0r mkdir -p)
		# shellcheck disable=SC2086 # words of find
		listed $linked >"$to/.linked"
		xargs -0r cp -lP --parents -t "$to" <"$to/.linked" 2>/dev/null ||
			xargs -0r cp -pPu --parents -t "$to" <"$to/.linked"
		# shellcheck disable=SC2086
		listed ! '(' $linked ')' | xargs -0r cp -pP --parents -t "$to"
		rm -f "$to/.linked"
	)
}
listed() { # TEST ...
	find . \( -path ./choices -o -path ./new -o -path ./ranges -o -path ./tasks \) -prune -o \
		! -type d ! -name .lock ! -name published ! -name costs ! -name '*.vrt' ! -name 'choices.*' \
		! -name 'sensitivity*' ! -name '*.part' \( "$@" \) -print0
}

# make of a choice, with what is more.  Its variables come after those of the study's
# own command line, so that they count.
of_choice() { # CHOICE ARGUMENT ...
	choice=$1
	shift
	line=$(grep "^$choice$tab" "$W/choices.list")
	line=${line#*"$tab"}
	while [ -n "$line" ]; do
		set -- "$@" "$(printf '%s' "${line%%"$tab"*}" | sed 's/\$/$$/g')"
		case $line in *"$tab"*) line=${line#*"$tab"} ;; *) line= ;; esac
	done
	work=$W/choices/$choice
	for table in $SAID; do
		set -- "$@" "$work/$table"
	done
	"$MAKE" -s --no-print-directory LOCKED=study STUDY="$STUDY" NAME="$NAME" W="$work" OUT="$work/out" \
		CHOOSING= COUNTING=yes say= PIVOTS="$(printf '%s' "$HELD" | sed 's/\$/$$/g')" "$@"
}

# What the programs say that they took (TRIBUNE_COSTS), the last time for each file.
compact() { # COSTS
	[ -f "$1" ] || : >"$1"
	awk -F '\t' -v folder="$W/" '
		index($1, folder) == 1 { $1 = substr($1, length(folder) + 1) }
		{ ms[$1] = $2 }
		END { for (f in ms) print f "\t" ms[f] }' "$1" | sort >"$1.part"
	mv "$1.part" "$1"
}

plan() {
	mkdir -p "$W/choices"
	compact "$W/costs"
	find "$W/choices" -mindepth 1 -maxdepth 1 -exec rm -rf {} +
	cut -f 1 "$W/choices.list" | while IFS= read -r choice; do
		[ -n "$choice" ] || continue
		begin "$choice"
		of_choice "$choice" -n 2>/dev/null |
			sed -n "s,.*--output=[^ ]*/choices/$choice/\([^ ]*\).*,\1,p
				s,.*shard\.sh [^ ]* [^ ]*/choices/$choice/\([^ ]*\).*,\1,p" |
			sed "s/^/$choice$tab/"
	done >"$W/choices/asked"
	# A tagger that the study has not run takes 0.3 s of a shard for its dictionary and
	# weights and the words that it sees first, and 1.5 s of a million words.
	awk -F '\t' -v costs="$W/costs" -v shards="$(wc -l <"$W/shards.list")" -v table="$W/compared.tsv" "$awk_T"'
	BEGIN {
		while ((getline line < costs) > 0) { split(line, c, "\t"); ms[c[1]] = c[2] }
		while ((getline line < table) > 0) {
			n_c = split(line, c, "\t")
			if (!at)
				for (i = 1; i <= n_c; i++) { if (c[i] == "words") at = i }
			else
				words += c[at]
		}
	}
	FILENAME == ARGV[1] {
		if ($1 != "")
			n++
		if (/\tLEMMATISE=tag/)
			tags[$1]
		next
	}
	$1 in tags && $2 ~ /^shards\// {
		sum += 300 + ($1 in begun ? 0 : words * .0015)
		begun[$1]
	}
	{
		if (!($2 in ms))
			lacking++
		sum += ms[$2]
		of[$2] += ms[$2]
		tables++
		if ($2 ~ /^shards\// && !($1 in anew)) {
			anew[$1]
			n_anew++
		}
	}
	END {
		for (f in of)
			if (most == "" || of[f] > of[most] || (of[f] == of[most] && f < most))
				most = f
		printf "tribune: " T("choices: %d; files to be made: %d; about %.1f CPU seconds by what they took in the study"), n, tables, sum / 1000
		if (most != "" && of[most] > 0)
			printf T(", %.1f of them for %s"), of[most] / 1000, most
		if (lacking > 0)
			printf T(" (files never measured: %d)"), lacking
		printf T("; tokens taken over: %d, texts read anew: %d") "\n", n - n_anew, n_anew
	}' "$W/choices.list" "$W/choices/asked" >&2
	: >"$W/choices/planned"
}

make_choice() { # CHOICE
	of_choice "$1" >"$W/choices/$1/log" 2>&1 || {
		rc=$?
		cat "$W/choices/$1/log" >&2
		tell 'the choice %s cannot be made (above); CHOICES names those that are wanted (study.5)' "$1"
		exit $rc
	}
	: >"$W/choices/$1/made"
}

runs() {
	{
		printf 'choice\tfolder\tcount\tsettings\nstudy\t%s\t%s\tNA\n' "$W" "$COUNT"
		awk -F '\t' -v OFS='\t' -v work="$W" -v count="$COUNT" '
		$1 != "" {
			c = count
			s = ""
			for (i = 2; i <= NF; i++) {
				if ($i ~ /^COUNT=/)
					c = substr($i, 7)
				gsub(/\\/, "\\\\", $i)
				s = s (i > 2 ? " " : "") $i
			}
			print $1, work "/choices/" $1, c, s
		}' "$W/choices.list"
	} >"$W/choices.tsv.part"
	mv "$W/choices.tsv.part" "$W/choices.tsv"
}

took() { # W
	cat "$1"/choices/*/costs 2>/dev/null | awk -F '\t' "$awk_T"'{ s += $2 } END {
		printf "tribune: " T("the choices took %.1f CPU seconds of programs") "\n", s / 1000 }' >&2
}

stale() { # W OUT ROBUST
	[ -f "$1/sensitivity.tsv" ] || [ -f "$2/sensitivity.tsv" ] || return 0
	if [ -f "$1/sensitivity.tsv" ]; then
		# shellcheck disable=SC2046,SC2086 # names of tables have no blanks
		newer=$(find $(printf "$1/%s\n" $SAID) "$3" -newer "$1/sensitivity.tsv" 2>/dev/null || :)
		[ -n "$newer" ] || return 0
	fi
	rm -rf "$1"/sensitivity*.tsv "$1/choices" "$1/choices.tsv" "$2"/sensitivity.txt "$2"/sensitivity.html \
		"$2"/sensitivity*.tsv
	tell '%s: sensitivity.txt was made of other tables and is taken away; make sensitivity makes it anew' "$2"
	echo gone
}

what=$1
shift
case $what in
pivots | small | plan | runs | took | stale) "$what" "$@" ;;
make) make_choice "$@" ;;
*) exit 2 ;;
esac
