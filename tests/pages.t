#!/bin/sh
# Every program has its page, cases, README row and row of faults, and every
# option is documented and used in a case; every page is clean; prints TAP.
# Given names, only these programs: sh tests/pages.t ngrams
set -u
only=$*
. tests/tap.sh

# Pages of other packages that ours may name.
others='awk.1 bash.1 cat.1 cmp.1 cut.1 datamash.1 diff.1 file.1 git.1 grep.1
head.1 iconv.1 join.1 less.1 make.1 man.1 mandoc.1 mlr.1 pandoc.1 paste.1
pdftotext.1 R.1 sbatch.1
sed.1 sh.1 sort.1 tail.1 tar.1 tee.1 tr.1 uconv.1 uniq.1 wc.1 xargs.1 xmllint.1
cqp.1 iconv.3 regex.3 qsort.3 tsv.5 locale.7 man.7 mdoc.7 regex.7 utf-8.7'

# The option letters of a program: the last string of its struct opt_page, and
# those that every program has.
option_letters() { # SOURCE
	awk '
	/struct opt_page page = / { inside = 1 }
	inside { text = text $0 }
	inside && /};/ {
		n = split(text, string, "\"")
		print string[n - 1] "hqVv"
		exit
	}' "$1"
}

# Option letters that the cases of a program give it, one a line.
used_options() { # PROGRAM STRING CASES
	[ -f "$3" ] || return 0
	awk -v prog="$1" -v string="$2" '
	!/^[$>] / { next }
	/^\$/ || !goes_on { inside = 0 }
	{
		$0 = substr($0, 3)
		goes_on = /\\$/
		for (i = 1; i <= NF; i++) {
			w = $i
			end = w ~ /[;|&]$/
			sub(/^[$("`{]+/, "", w)
			if (w == prog || w ~ ("/" prog "$"))
				inside = 1
			else if (w ~ /^[|;&]+$/)
				inside = 0
			else if (inside && w ~ /^-[A-Za-z0-9]/)
				letters(substr(w, 2))
			if (end && w !~ /^.\047/)
				inside = 0
		}
	}
	function letters(s, c, k) {
		while (s != "") {
			c = substr(s, 1, 1)
			s = substr(s, 2)
			k = index(string, c)
			if (c == ":" || k == 0)
				return
			print c
			if (substr(string, k + 1, 1) == ":")
				return
		}
	}' "$3" | sort -u
}

check_options() { # SOURCE PAGE CASES PROGRAM
	string=$(option_letters "$1")
	if [ -z "$string" ]; then
		fail "$4: has a struct opt_page that names its options"
		return
	fi
	used=$(used_options "$4" "$string" "$3" | tr -d '\n')
	undocumented=
	unused=
	rest=$(printf %s "$string" | tr -d :)
	while [ -n "$rest" ]; do
		letter=${rest%"${rest#?}"}
		rest=${rest#?}
		grep -qE "^\.It (.* )?Fl $letter( |\$)" "$2" ||
			undocumented="$undocumented -$letter"
		case $letter in h | V | v) continue ;; esac # in faults.t
		case $used in
		*"$letter"*) ;;
		*) unused="$unused -$letter" ;;
		esac
	done
	is "$undocumented" '' "$4: every option is in its page"
	is "$unused" '' "$4: every option is in a case"
}

check_program() { # SOURCE
	p=${1##*/}
	p=${p%.c}
	page=${1%.c}.1
	cases=${1%/*}
	cases=tests/${cases#stages/}/cases
	[ "$p" != tribune ] || cases=tests/tribune/cases
	if [ ! -f "$page" ]; then
		fail "$p: has a page $page"
		page=/dev/null
	else
		pass "$p: has a page"
		is "$(awk '$1 == ".Nm" { print $2; exit }' "$page")" "$p" \
			"$p: its page names it"
	fi
	if grep -q '^\$ ' "$cases" 2>/dev/null; then
		pass "$p: has a case"
	else
		fail "$p: has a case in $cases"
	fi
	if grep -q "^|.*\`$p\`" README.md 2>/dev/null; then
		pass "$p: has a row in README.md"
	else
		fail "$p: has a row in README.md"
	fi
	if [ "$p" != tribune ]; then
		if grep -q "^$p	" tests/faults.tsv; then
			pass "$p: has a row in tests/faults.tsv"
		else
			fail "$p: has a row in tests/faults.tsv"
		fi
	fi
	check_options "$1" "$page" "$cases" "$p"
}

check_page() { # PAGE
	if command -v mandoc >/dev/null; then
		is "$(mandoc -Tlint -W warning "$1" 2>&1)" '' "$1: mandoc lint"
	else
		skip "$1: mandoc lint" 'no mandoc'
	fi
	name=${1##*/}
	is "$(awk '$1 == ".Dt" { print tolower($2) "." $3; exit }' "$1")" \
		"$name" "$1: .Dt agrees with the file name"
	lost=
	# shellcheck disable=SC2013 # words without blanks
	for ref in $(awk '$1 == ".Xr" { print $2 "." $3 }' "$1"); do
		case " $known " in
		*" $ref "*) ;;
		*) lost="$lost $ref" ;;
		esac
	done
	is "$lost" '' "$1: every page that it names exists"
}

wanted() { # PROGRAM
	case " ${only:-$1} " in *" $1 "*) ;; *) return 1 ;; esac
}

known=$(for f in stages/*/*.1 stages/*/*/*.1 pipeline/*.7 pipeline/formats/*.5; do
	echo "${f##*/}"
done)
known=$(printf "%s " "$known" "$others" | tr "\n" " ")
for src in $(programs); do
	p=${src##*/}
	wanted "${p%.c}" || continue
	check_program "$src"
	page=${src%.c}.1
	[ ! -f "$page" ] || check_page "$page"
done
if [ -n "$only" ]; then
	plan
	exit 0
fi
for page in pipeline/*.7 pipeline/formats/*.5; do
	check_page "$page"
done
while IFS='	' read -r name _; do
	case $name in '' | '#'*) continue ;; esac
	set -- stages/*/"$name/$name".c
	[ -f "$1" ] || fail "tests/faults.tsv: $name is a program"
done <tests/faults.tsv
[ $n -gt 0 ] || skip_all 'no programs yet'
plan
