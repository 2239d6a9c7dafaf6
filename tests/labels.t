#!/bin/sh
# The labels of the reports: every language has the same, with the same values
# to be put in, and the pages use each and no other; prints TAP.
set -u
. tests/tap.sh

# The names that a file of labels sets.
keys() { # LANGUAGE
	sed '/^#/d' "pipeline/labels/$1.sh" | tr '\n' ' ' | sed "s/'[^']*'//g" |
		grep -o '[A-Za-z_][A-Za-z0-9_]*=' | tr -d = | sort
}

# Of each the places that printf fills, as it is set.
places() { # LANGUAGE
	keys "$1" | while IFS= read -r key; do
		(
			# shellcheck source=/dev/null
			. "pipeline/labels/$1.sh"
			eval "value=\$$key"
			# shellcheck disable=SC2154
			printf '%s %s\n' "$key" "$(printf '%s' "$value" | tr '\n' ' ' |
				grep -o '%[sd]' | tr -d '\n')"
		)
	done
}

for file in pipeline/labels/*.sh; do
	lang=${file##*/}
	lang=${lang%.sh}
	keys "$lang" >"$T/$lang"
	is "$(uniq -d "$T/$lang")" '' "$lang: each label is set once"
	same_file "$T/$lang" "$T/en" "$lang: the labels of en"
	places "$lang" >"$T/$lang.places"
	same_file "$T/$lang.places" "$T/en.places" "$lang: the values put in are those of en"
done

# No line of a page is wider than a terminal.
wide=$(perl -CSD -ne 'chomp; print "$ARGV: $_\n" if length > 80' reports/sample*/*.txt \
	reports/sample*/sheets/*.txt)
is "$wide" '' 'the lines of pages have 80 columns'

cat pipeline/reports/*.sh >"$T/pages"
# shellcheck disable=SC2016
grep -o '\$[{]\{0,1\}\([Lcmt]_[A-Za-z0-9_]*\|STYLE\)' "$T/pages" |
	tr -d '${' | sort -u >"$T/used"
is "$(comm -23 "$T/en" "$T/used" | tr '\n' ' ')" '' 'the pages use every label'
is "$(comm -13 "$T/en" "$T/used" | tr '\n' ' ')" '' 'every label that pages use is there'
plan
