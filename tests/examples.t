#!/bin/sh
# Every example of every page gives what the page shows; prints TAP.
# In a literal block a line `$ COMMAND` is run by sh, and by bash, `> ` goes on
# with it, what follows is its output. A page's commands share a copy of the
# checkout.
# Given pages, only these: sh tests/examples.t stages/count/ngrams/ngrams.1
set -u
. tests/tap.sh
# shellcheck disable=SC3045 # what POSIX lacks, dash, bash and busybox have
ulimit -t 60

# Makes $T/copy: links to a checkout, $T/tree, which is made anew where a
# command wrote into it; to make it is a copy of its own.
fresh_copy() {
	rm -rf "$T/copy"
	mkdir "$T/copy"
	if grep -qw make "$T/ex"/*.cmd; then
		tar -xf "$T/tar" -C "$T/copy"
		copy_build "$T/copy"
		return
	fi
	if [ ! -d "$T/tree" ] || [ -n "$(find "$T/tree" -newer "$T/stamp" -print -quit)" ]; then
		rm -rf "$T/tree"
		mkdir "$T/tree"
		tar -xf "$T/tar" -C "$T/tree"
		: >"$T/stamp"
		sleep 0.02 # later than a tick of the file system's clock
	fi
	(cd "$T/tree" && ln -s "$PWD"/* "$T/copy/")
}

# The commands of a page, $T/list, in its copy.
try_page() { # SHELL
	fresh_copy
	while IFS='	' read -r k _ line; do
		cd "$T/copy" || exit 2
		"$1" "$T/ex/$k.cmd" </dev/null >"$T/out" 2>&1
		rc=$?
		cd "$top" || exit 2
		if [ $rc -ge 124 ] && [ $rc -ne 141 ]; then
			fail "$page:$line ($1)" "exit $rc
$(head -n 20 "$T/out")"
		else
			same_file "$T/out" "$T/ex/$k.want" "$page:$line ($1)"
		fi
	done <"$T/list"
}

shells='sh'
command -v bash >/dev/null && shells='sh bash'
[ $# -gt 0 ] || set -- stages/*/*.1 stages/*/*/*.1 pipeline/*.7 pipeline/formats/*.5
worktree_tar >"$T/tar"
for page; do
	[ -f "$page" ] || continue
	lacks=$(sed -n 's/^\.\\" needs: //p' "$page" | tr ' ' '\n' | while read -r tool; do
		command -v "$tool" >/dev/null || echo "$tool"
	done)
	if [ -n "$lacks" ]; then
		skip "$page" "not here: $(echo "$lacks" | paste -sd ' ')"
		continue
	fi
	rm -rf "$T/ex"
	mkdir "$T/ex"
	awk -v dir="$T/ex" -f tests/examples.awk "$page" >"$T/list"
	if [ ! -s "$T/list" ]; then
		case $page in
		stages/*) fail "$page: has an example" ;;
		esac
		continue
	fi
	for shell in $shells; do
		try_page "$shell"
	done
done
[ $n -gt 0 ] || skip_all 'no pages yet'
plan
