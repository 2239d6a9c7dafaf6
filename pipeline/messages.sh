# messages.sh - sourced: what scripts say, in the language of the reports; run with a
# format and what it holds, it prints that, for make.  The
# catalogue is TRIBUNE_MESSAGES (tribune.7), a line a message as English TAB
# translation; what it lacks stays English.  A script is at the top folder, or sets pipeline
# (front.sh).
# shellcheck shell=sh

# In awk: T(FORMAT), the format of sprintf() in that language.
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
}'

said() { # FORMAT ARGUMENT ...
	format=$1
	[ -z "${TRIBUNE_MESSAGES:-}" ] || format=$(FORMAT=$1 awk "$awk_T"'BEGIN { print T(ENVIRON["FORMAT"]) }')
	shift
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

case ${0##*/} in messages.sh) said "$@" ;; esac
