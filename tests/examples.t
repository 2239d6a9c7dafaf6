#!/bin/sh
# Every example of every page gives what the page shows; prints TAP.
# In a literal block a line `$ COMMAND` is run by sh, and by bash, `> ` goes on
# with it, what follows is its output. A page's commands share a copy of the
# checkout (tests/examples.pl).
# The pages that make a study are for tests/studies/examples.t: sh tests/examples.t studies
# Given pages, only these: sh tests/examples.t stages/count/ngrams/ngrams.1
set -u
. tests/tap.sh
# shellcheck disable=SC3045 # what POSIX lacks, dash, bash and busybox have
ulimit -t 60

case ${1-} in
'' | studies)
	which=-LE
	[ $# -eq 0 ] || which=-lE
	# shellcheck disable=SC2046 # several
	set -- $(grep $which '^[$>] .*(make -s|tribune) reports' \
		stages/*/*.1 stages/*/*/*.1 pipeline/*.7 pipeline/formats/*.5)
	;;
esac
# A pandoc takes as long as fifty of our programs, and is asked for the same several
# times, by each shell: what it gave for a file is kept.
if real=$(command -v pandoc); then
	mkdir "$T/bin" "$T/given"
	cat >"$T/bin/pandoc" <<-EOF
		#!/bin/sh
		to=
		before=
		for last; do
			[ "\$before" != -o ] || to=\$last
			before=\$last
		done
		key=$T/given/\$(printf '%s\n' "\$@" | cat - "\$last" | cksum | tr ' ' -)
		[ -f "\$key" ] && [ -f "\$last" ] || {
			[ -f "\$last" ] && '$real' "\$@" >"\$key.new" || exec '$real' "\$@"
			[ -z "\$to" ] || cp "\$to" "\$key.new"
			mv "\$key.new" "\$key"
		}
		if [ -n "\$to" ]; then cp "\$key" "\$to"; else cat "\$key"; fi
	EOF
	chmod +x "$T/bin/pandoc"
	PATH=$T/bin:$PATH
fi
worktree_tar >"$T/tar"
export T
perl tests/examples.pl "$@"
