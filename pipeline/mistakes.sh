#!/bin/sh
# mistakes.sh - mistakes in a study.mk, told with their line.
#
# mistakes.sh lines STUDY GIVEN VARIABLE ...
#	before make reads STUDY/study.mk: lines that it could not read, or would read
#	as something else than what is meant.  Exit 1 if there are any.
#	VARIABLE: those that a study sets; GIVEN: those of the command line.
# mistakes.sh value STUDY FILES GIVEN VARIABLE FORMAT [ARGUMENT ...]
#	a value that cannot be meant.  FILES: study.mk and what it includes, if
#	any; GIVEN: the
#	variables of the command line.  FORMAT, of printf, is translated (messages.sh).
# mistakes.sh call STUDY FILES GIVEN VARIABLE VALUE PROGRAM ...
#	options, or a program with its options, that the shell would read as something
#	else, or that is neither a PROGRAM of the suite nor another one.
# mistakes.sh names STUDY FILES GIVEN NAME ... -- VARIABLE ...
#	variables that nothing reads: exit 1 if one is nearly a known one, so that
#	another result was meant; else a note (none for names in lower case, which are
#	a study's own).
# mistakes.sh where STUDY FILES GIVEN VARIABLE
#	the place of a variable, on standard output.
# mistakes.sh blame STUDY FILES GIVEN ERRORS VARIABLE=VALUE ...
#	of the errors of programs (TRIBUNE_ERRORS, tribune.7) those that come of what a
#	study.mk says: the lines that say how the program is called.
set -u
export LC_ALL=C
. pipeline/messages.sh
. pipeline/read-mk.sh

# What a study is called for its user: that of `tribune reports` is a link.
shown() { if [ -L "$1" ]; then readlink "$1"; else printf '%s\n' "$1"; fi; }

# FILE:LINE of the last assignment of a variable, or of one of several, or that it is
# of the command line; else the study.
awk_place='
function place(list, n, i, v) {
	n = split(list, v, " ")
	for (i = 1; i <= n; i++)
		if (v[i] in at)
			return at[v[i]]
	return ENVIRON["STUDY"]
}
function each(name, sign, value, f) {
	f = file
	sub(/^\.\//, "", f)
	if (index(f, ENVIRON["FOLDER"] "/") == 1)
		f = ENVIRON["STUDY"] substr(f, length(ENVIRON["FOLDER"]) + 1)
	at[name] = f ":" first
}
function recipe(s) {}
function other(s) {}
END {
	n_given = split(ENVIRON["GIVEN"], given, " ")
	for (i = 1; i <= n_given; i++)
		at[given[i]] = T("on the command line")
}'

# An awk program that has the places.  (A name such as a=b is no file for awk.)
places() { # PROGRAM
	program=$1
	set --
	for file in ${files:-"$study/study.mk"}; do
		case $file in /*) ;; *) file=./$file ;; esac
		[ ! -f "$file" ] || set -- "$@" "$file"
	done
	FOLDER=${study#./} STUDY=$(shown "$study") GIVEN=$given awk "$awk_T$awk_place$awk_mk$program" "$@" /dev/null
}

value() { # VARIABLE FORMAT ARGUMENT ...
	V=$1 FORMAT=$2 A=${3:-} B=${4:-} C=${5:-} places '
	function end() {
		note(place(ENVIRON["V"]) ": " sprintf(T(ENVIRON["FORMAT"]), ENVIRON["A"], ENVIRON["B"], ENVIRON["C"]))
	}' >&2
	return 1
}

# What the shell would take for something else in a value; nothing else is printed.
odd_command() { # VARIABLE VALUE
	V=$1 VALUE=$2 awk "$awk_T"'
	BEGIN {
		s = ENVIRON["VALUE"]
		program = ENVIRON["V"] ~ /^(READ|TOKENISE|STEM|LEMMATISE)/
		for (i = 1; i <= length(s); i++) {
			c = substr(s, i, 1)
			if (quote == "" && (i == 1 || substr(s, i - 1, 1) == " ") && \
			    substr(s, i) ~ /^(\302\253|\342\200[\230\231\234\235\236])/) {
				printf T("%s is no quote for the shell: write \047 or \""), substr(s, i, c == "\302" ? 2 : 3)
				exit
			}
			if (c == "\\" && quote != "\047")
				i++
			else if (quote != "") {
				if (c == quote)
					quote = ""
			} else if (c == "\047" || c == "\"")
				quote = c
			else if (index(";&|<>()", c) && (program ? alone(s, i, c) : 1)) {
				printf T("the shell takes %s for its own: put it between \047 and \047"), c
				exit
			}
		}
		if (quote != "")
			printf T("a quote %s is not closed (a # begins a comment of make: write \\#)"), quote
	}
	# The value of an option, of a program; the shell may have it elsewhere.
	function alone(s, i, c) {
		return index(";&|", c) && substr(s, 1, i - 1) ~ /(^| )-[A-Za-z]+ *$/ && \
			substr(s, i + 1) ~ (c == "|" ? "^ *(-|$)" : "^( |$)")
	}'
}

call() { # VARIABLE VALUE PROGRAM ...
	variable=$1 command=$2
	shift 2
	odd=$(odd_command "$variable" "$command")
	[ -z "$odd" ] || {
		value "$variable" '%s = %s: %s' "$variable" "$command" "$odd"
		return
	}
	case $variable in READ | READ_* | TOKENISE | STEM | LEMMATISE) ;; *) return 0 ;; esac
	program=${command%% *}
	case $program in *[!A-Za-z0-9_./+-]* | '') return 0 ;; esac
	for known; do
		[ "$known" != "$program" ] || return 0
	done
	case $variable in READ*) at=$study ;; *) at=. ;; esac
	! (cd "$at" && type "$program" >/dev/null 2>&1) || return 0
	near=$(NAME=$program KNOWN=$* awk "$awk_near"'
	BEGIN {
		n = split(ENVIRON["KNOWN"], known, " ")
		print nearest(ENVIRON["NAME"], known, n)
	}')
	if [ -n "$near" ]; then
		value "$variable" '%s: there is no program %s: did you mean %s?' "$variable" "$program" "$near"
	else
		value "$variable" '%s: there is no program %s' "$variable" "$program"
	fi
}

names() { # NAME ... -- VARIABLE ...
	NAMES=$*
	set -- Makefile pipeline/*.mk
	NAMES=$NAMES INNER=$* places "$awk_near$awk_inner"'
	function end(i, k, n, name, known, d, bad, of_hand) {
		n = split(ENVIRON["GIVEN"], name, " ")
		while (n > 0)
			of_hand[name[n--]]
		n = split(ENVIRON["NAMES"], name, " ")
		for (i = 1; name[i] != "--"; i++)
			;
		for (k = i + 1; k <= n; k++)
			known[k - i] = name[k]
		k = n - i
		n = i - 1
		for (i = 1; i <= n; i++) {
			d = nearest(name[i], known, k)
			if (d != "") {
				bad = 1
				note(place(name[i]) ": " \
					sprintf(T("%s is no variable of a study: did you mean %s?"), name[i], d))
			} else if ((name[i] in of_hand) && is_inner(name[i])) {
				bad = 1
				note(place(name[i]) ": " \
					sprintf(T("%s is a variable of the rules that make a study: call yours otherwise"), name[i]))
			} else if (name[i] ~ /^[A-Z]/)
				note(place(name[i]) ": " \
					sprintf(T("%s is no variable of a study, and nothing reads it"), name[i]))
		}
		exit bad
	}' >&2
}

where() { # VARIABLE
	V=$1 places 'function end() { print visible(place(ENVIRON["V"])) }'
}

what=$1
study=$2
shift 2
case $what in
lines)
	# shellcheck source=pipeline/lines.sh
	. pipeline/lines.sh
	lines "$study" "$@"
	;;
value | call | names | where | blame)
	files=$1
	given=$2
	shift 2
	# shellcheck source=pipeline/blame.sh
	[ "$what" != blame ] || . pipeline/blame.sh
	$what "$@"
	;;
esac
