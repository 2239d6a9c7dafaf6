# shellcheck shell=sh disable=SC2154 # the labels
# common.sh - what the report scripts share; sourced with the environment that
# reports.mk gives: W (tables of the study), OUT, TITLE, COUNT, PARTS,
# REPORT_LANG, STOPLISTS, THEME_LABELS.
set -eu
export LC_ALL=C
: "${W:?}" "${TITLE:?}" "${REPORT_LANG:=en}"
TAB=$(printf '\t')
# Rows are read by a sign that is no blank: read takes several tabs for one, and
# an empty cell would move the others.
# shellcheck disable=SC2034
CELLS=$(printf '\037')
cells() { tr '\t' '\037'; }

# Names of files as awk takes them: x=y would be a variable, - standard input.
as_files() { # NAME...
	for name; do
		case $name in
		/* | ./*) printf '%s ' "$name" ;;
		*) printf './%s ' "$name" ;;
		esac
	done
}
set -f
# shellcheck disable=SC2086 # a list of files
STOPLISTS=$(as_files ${STOPLISTS-})
THEME_LABELS=$(as_files "${THEME_LABELS:?}")
THEME_LABELS=${THEME_LABELS% }
set +f

if [ ! -f "pipeline/labels/$REPORT_LANG.sh" ]; then
	echo "tribune: REPORT_LANG=$REPORT_LANG: no pipeline/labels/$REPORT_LANG.sh" >&2
	exit 1
fi
# shellcheck source=/dev/null
. "pipeline/labels/$REPORT_LANG.sh"

T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
trap 'exit 143' HUP INT TERM

# A text as lines of up to 79 characters, each behind an indent; with a rule
# below, if a mark is given.
fill() { # INDENT [MARK]; text on stdin
	INDENT=$1 MARK=${2-} awk '
	function width(s) { gsub(/[\200-\277]/, "", s); return length(s) }
	BEGIN { indent = ENVIRON["INDENT"] }
	{
		for (i = 1; i <= NF; i++) {
			if (line != "" && width(indent line " " $i) > 79) {
				print indent line
				line = ""
			}
			line = line (line == "" ? "" : " ") $i
		}
	}
	END {
		print indent line
		if (ENVIRON["MARK"] == "")
			exit
		for (i = width($0); i > 0; i--)
			if (i <= 79)
				printf "%s", ENVIRON["MARK"]
		print ""
	}'
}

# Say a text of the labels with its values.
say() { # FORMAT VALUE...
	phrase "$@" | fill ''
}

# The same on one line, with the blanks that a value has.
phrase() { # FORMAT VALUE...
	# shellcheck disable=SC2059
	printf "$@"
}

# A cell as people read it, as table(1) shows it: without the escapes of tables.
plain() { # CELL
	case $1 in
	*\\*) printf '%s\n' "$1" | sed 's/\\\\/\n/g; s/\\[tn]/ /g; s/\n/\\/g' ;;
	*) printf '%s\n' "$1" ;;
	esac
}

# The rows of a table whose cell neither begins nor ends with a word of grammar.
no_grammar() { # COLUMN TABLE
	grammar=$W/grammar.tsv
	[ -n "$STOPLISTS" ] || grammar=/dev/null
	awk -F '\t' -v column="$1" '
	FILENAME == ARGV[1] { if (FNR > 1) stop[$1]; next }
	FNR == 1 { for (i = 1; i <= NF; i++) if ($i == column) k = i; print; next }
	{
		n = split($k, w, " ")
		if (n > 0 && !(w[1] in stop) && !(w[n] in stop))
			print
	}' "$grammar" "$2"
}

title() { # TEXT
	printf '%s\n' "$1" | fill '' =
}

# As it is, with the blanks that a name may begin with, on one line.
heading() { # TEXT
	HEADING=$1 awk 'BEGIN {
		text = ENVIRON["HEADING"]
		print "\n" text
		gsub(/[\200-\277]/, "", text)
		gsub(/./, "-", text)
		print text "\n"
	}'
}

subheading() { # TEXT
	printf '\n%s\n\n' "$1"
}

# Counts as people read them, in the style of the language.
number() { # N
	case $STYLE in
	fr) space=$(printf '\342\200\257') ;;
	*) space=, ;;
	esac
	printf '%s\n' "$1" | awk -v s="$space" '{
		n = $1
		for (out = ""; length(n) > 3; n = substr(n, 1, length(n) - 3))
			out = s substr(n, length(n) - 2) out
		print n out
	}'
}

# A figure with one decimal, in the style of the language.
decimal() { # X
	awk -v x="$1" -v style="$STYLE" 'BEGIN {
		text = sprintf("%.1f", x)
		if (style == "fr")
			sub(/\./, ",", text)
		print text
	}'
}

# One cell of a table: the column's value in the first row.
cell() { # FILE COLUMN [ROW]
	awk -F '\t' -v c="$2" -v row="${3:-1}" '
	NR == 1 { for (i = 1; i <= NF; i++) if ($i == c) k = i }
	NR == row + 1 { print $k; exit }' "$1"
}

show_table() { table -f "$STYLE" "$@"; }
show_bars() { bars -f "$STYLE" "$@"; }

# Rename the column part of a table to what it holds.
part_label() { # PART
	case $1 in
	speaker) echo "$c_speaker" ;;
	year) echo "$c_year" ;;
	*) printf '%s\n' "$1" ;;
	esac
}

# The names of the parts to be shown, in the table's order into T/shown: all,
# or the MOST that have the most words. What is said of it goes into T/bound.
bound_parts() { # PART MOST
	awk -F '\t' -v OFS='\t' '
	NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i; next }
	{ print NR, $c["words"], $c["part"] }' "$W/stats-$1.tsv" >"$T/all"
	sort -t "$TAB" -k 2,2nr -k 1,1n "$T/all" | head -n "$2" |
		sort -n | cut -f 3 >"$T/shown"
	all=$(wc -l <"$T/all")
	: >"$T/bound"
	if [ "$all" -gt "$2" ]; then
		{ say "$t_largest" "$2" "$all" "stats-$1.tsv"; echo; } >"$T/bound"
	fi
}

# Top themes of a table of rates in the language of the report, by falling
# rate: part theme freq words rate low high units.  Only themes without a parent.
top_themes() { # RATES
	awk -F '\t' -v OFS='\t' -v lang="$REPORT_LANG" '
	FILENAME == ARGV[1] {
		label[$1] = lang == "en" ? $4 : $3
		next
	}
	FNR == 1 {
		for (i = 1; i <= NF; i++)
			c[$i] = i
		print "part", "theme", "freq", "words", "rate", "low", "high", "units"
		next
	}
	$c["theme"] !~ "/" {
		name = $c["theme"] in label ? label[$c["theme"]] : $c["theme"]
		print $c["part"], name, $c["freq"], $c["words"], $c["rate"],
			$c["low"], $c["high"], $c["units"]
	}' "$THEME_LABELS" "$1" >"$T/top"
	head -n 1 "$T/top"
	tail -n +2 "$T/top" | sort -t "$TAB" -k 1,1 -k 5,5gr -k 2,2
}
