# messages.sh - sourced: what scripts say, in the language of the reports; run with a
# format and what it holds, it prints that, for make.  The
# catalogue is TRIBUNE_MESSAGES (tribune.7), a line a message as English TAB
# translation; what it lacks stays English.  A script is at the top folder, or sets pipeline
# (front.sh).
# shellcheck shell=sh

# (else cd may go elsewhere, and says so)
unset CDPATH

# In awk, of LC_ALL=C: T(FORMAT), the format of sprintf() in that language; more(N, MOST),
# behind a list of N of which MOST are named; visible(S),
# with \xHH for what a terminal would obey and not show, as err.c has it, and the folder
# as its user calls it (TRIBUNE_CALLED); note(TEXT), a line so.
# shellcheck disable=SC2034 # of who sources this
awk_T='
function T(s, line, at) {
	if (!T_read) {
		T_read = 1
		if (ENVIRON["TRIBUNE_MESSAGES"] != "")
			while ((getline line < ENVIRON["TRIBUNE_MESSAGES"]) > 0) {
				at = index(line, "\t")
				T_of[substr(line, 1, at - 1)] = substr(line, at + 1)
			}
	}
	return s in T_of ? T_of[s] : s
}
function more(n, most) { return n > most ? sprintf(T(" and %d more"), n - most) : "" }
function called(s, to, name, done, i) {
	name = ENVIRON["TRIBUNE_CALLED"]
	i = index(name, "\t")
	if (!i)
		return s
	to = substr(name, i + 1)
	name = substr(name, 1, i - 1)
	s = " " s " "
	for (; (i = index(s, name)) > 0; s = substr(s, i + length(name)))
		done = done substr(s, 1, i - 1) (index(" \047\"(", substr(s, i - 1, 1)) && \
			index("/: \047\",;)", substr(s, i + length(name), 1)) ? to : name)
	return substr(done s, 2, length(done s) - 2)
}
function visible(s, to, i) {
	s = called(s)
	while (match(s, /[\001-\037\177]|\302[\200-\237]|\342\200[\250-\256]|\342\201[\246-\251]/)) {
		for (i = 255; V_hex["\001"] == "" && i > 0; i--)
			V_hex[sprintf("%c", i)] = sprintf("\\x%02X", i)
		to = to substr(s, 1, RSTART - 1)
		for (i = 0; i < RLENGTH; i++)
			to = to V_hex[substr(s, RSTART + i, 1)]
		s = substr(s, RSTART + RLENGTH)
	}
	return to s
}
function note(text) { print "tribune: " visible(text) }'

said() { # FORMAT ARGUMENT ...
	format=$1
	[ -z "${TRIBUNE_MESSAGES:-}" ] || format=$(FORMAT=$1 LC_ALL=C awk "$awk_T"'BEGIN { print T(ENVIRON["FORMAT"]) }')
	shift
	name_said=${TRIBUNE_CALLED:-}
	name_said=${name_said%%	*}
	case $* in *[!\ -~]* | *"${name_said:-	}"*)
		n_said=$#
		while [ "$n_said" -gt 0 ]; do
			of_said=$(S=$1 LC_ALL=C awk "$awk_T"'BEGIN { print visible(ENVIRON["S"]) }')
			shift
			set -- "$@" "$of_said"
			n_said=$((n_said - 1))
		done
		;;
	esac
	# shellcheck disable=SC2059 # the catalogue holds formats
	printf "$format\n" "$@"
}

tell() { # FORMAT ARGUMENT ...; on stderr
	printf 'tribune: %s\n' "$(said "$@")" >&2
}

# The language of a study, before make knows it.  (What the user asked of TRIBUNE_MESSAGES
# stays where there is no such catalogue.)
speak() { # LANGUAGE
	catalogue=${pipeline:-$PWD/pipeline}/messages/$1.tsv
	[ ! -f "$catalogue" ] || TRIBUNE_MESSAGES=$catalogue
	export TRIBUNE_MESSAGES
}
speak_as() { # FOLDER; that of REPORT_LANG, or of its study.mk
	speak "${REPORT_LANG:-$(sed -n '/^[ 	]*REPORT_LANG[ 	]*[:?]*=[ 	]*\([a-z]*\).*/{
		s//\1/
		h
	}
	${
		x
		p
	}' "$1/study.mk" 2>/dev/null)}"
}

# What make says by itself, beside what is told: an extended expression.
# shellcheck disable=SC2034,SC1112 # of who sources this; an apostrophe of French
own_lines='^make(\[[0-9]+\])?: (\*\*\* (\[.*\] |Deleting file |Waiting for )|write error: stdout)|^[^ ]+\.mk:[0-9]+: \*\*\* (nothing is made|rien n’est fait)( \(3\))?\.'

case ${0##*/} in messages.sh) said "$@" ;; esac
