#!/bin/sh
# Every example of every page gives what the page shows; prints TAP.
# In a literal block a line `$ COMMAND` is run by sh, `> ` goes on with it,
# what follows is its output. A page's commands share a copy of the checkout.
# Given pages, only these: sh tests/examples.t stages/count/ngrams/ngrams.1
set -u
. tests/tap.sh

[ $# -gt 0 ] || set -- stages/*/*.1 stages/*/*/*.1 pipeline/*.7 pipeline/formats/*.5
worktree_tar >"$T/tar"
for page; do
	[ -f "$page" ] || continue
	rm -rf "$T/ex" "$T/copy"
	mkdir "$T/ex" "$T/copy"
	awk -v dir="$T/ex" -f tests/examples.awk "$page" >"$T/list"
	if [ ! -s "$T/list" ]; then
		case $page in
		stages/*) fail "$page: has an example" ;;
		esac
		continue
	fi
	tar -xf "$T/tar" -C "$T/copy"
	grep -qw make "$T/ex"/*.cmd && copy_build "$T/copy"
	while IFS='	' read -r k _ line; do
		cd "$T/copy" || exit 2
		env -u MAKEFLAGS -u MFLAGS -u MAKELEVEL timeout 300 \
			sh "$T/ex/$k.cmd" </dev/null >"$T/out" 2>&1
		rc=$?
		cd "$top" || exit 2
		if [ $rc -ge 124 ] && [ $rc -ne 141 ]; then
			fail "$page:$line" "exit $rc
$(head -n 20 "$T/out")"
		else
			same_file "$T/out" "$T/ex/$k.want" "$page:$line"
		fi
	done <"$T/list"
done
[ $n -gt 0 ] || skip_all 'no pages yet'
plan
