#!/bin/sh
# HACKING.md's own examples of a new program and a new page, followed in a copy
# of the checkout: they work and their tests are green; each of their places,
# when it is left out, is told by a failing test.  Prints TAP.
set -u
. tests/tap.sh

mkdir "$T/blocks" "$T/copy"
# Blocks ```KIND PATH: a file, or with the kind `row` a line of one.
awk -v dir="$T/blocks" '
/^```[a-z]+ / { kind = substr($1, 4); path = $2; n++; file = dir "/" n
	print n "\t" kind "\t" path; printf "" >file; next }
/^```$/ { if (file) close(file); file = ""; next }
file { print >file }' HACKING.md >"$T/list"
is "$(cut -f 2,3 "$T/list" | tr '\t\n' ' ,')" "c stages/count/turns/turns.c,\
mdoc stages/count/turns/turns.1,cases tests/count/turns/cases,row tests/faults.tsv,\
row README.md,page pipeline/pages/sentences.page,row pipeline/labels/en.labels,\
row pipeline/labels/fr.labels," 'the examples have their blocks'

worktree_tar | tar -xf - -C "$T/copy"
copy_build "$T/copy"
case $B in
/*) ;;
*) cp -a "$B/.tools" "$T/copy/$B/" ;; # which tools are here is known
esac
while IFS='	' read -r k kind path; do
	mkdir -p "$T/copy/$(dirname "$path")"
	case $kind in
	row)
		row=$(cat "$T/blocks/$k")
		case $path in
		README.md)
			sed -i "s/^| measure | .*/$row\n&/" "$T/copy/$path"
			;;
		*) printf '%s\n' "$row" >>"$T/copy/$path" ;;
		esac
		;;
	*) cp "$T/blocks/$k" "$T/copy/$path" ;;
	esac
done <"$T/list"

in_copy() { # COMMAND ...; what it says is in $T/log
	(cd "$T/copy" && "$@") </dev/null >"$T/log" 2>&1
}

green() { # NAME COMMAND ...
	what=$1
	shift
	if in_copy "$@" && ! grep -q '^not ok' "$T/log"; then
		pass "$what"
	else
		fail "$what" "$(grep -A 8 '^not ok' "$T/log" || tail "$T/log")"
	fi
}

red() { # NAME COMMAND ...
	what=$1
	shift
	in_copy "$@"
	if grep -q '^not ok' "$T/log"; then pass "$what"; else fail "$what"; fi
}

in_copy sh pipeline/suite.sh
green 'it builds' make B="$B" "$B/bin/turns" CFLAGS='-O1 -Werror'
green 'its cases' sh tests/stages.t count/turns
green 'its faults' sh tests/faults.t turns
green 'its examples' sh tests/examples.t stages/count/turns/turns.1
green 'page, rows, options' sh tests/pages.t turns
green 'the list of the suite' sh pipeline/suite.sh -c
if command -v clang-format >/dev/null; then
	green 'its layout' clang-format --dry-run -Werror stages/count/turns/turns.c
fi

for lang in en fr; do
	green "the page, $lang" page -d reports/sample -l "pipeline/labels/$lang.labels" \
		pipeline/pages/sentences.page TITLE=Essai
	is "$(grep -c '^2.* [0-9]' "$T/log")" 20 "its rows, $lang"
done
green 'the labels of the page' sh tests/labels.t

# Each place, left out.
for path in pipeline/pages/sentences.page pipeline/labels/en.labels pipeline/labels/fr.labels; do
	cp "$T/copy/$path" "$T/kept"
	case $path in
	*.page) rm "$T/copy/$path" ;;
	*) sed -i '/^sentences:/,$d' "$T/copy/$path" ;;
	esac
	red "without $path" sh tests/labels.t
	cp "$T/kept" "$T/copy/$path"
done
for path in README.md tests/faults.tsv tests/count/turns/cases \
	stages/count/turns/turns.1; do
	cp "$T/copy/$path" "$T/kept"
	case $path in
	README.md | tests/faults.tsv) sed -i '/turns/d' "$T/copy/$path" ;;
	*) rm "$T/copy/$path" ;;
	esac
	red "without $path" sh tests/pages.t turns
	cp "$T/kept" "$T/copy/$path"
done
plan
