#!/bin/sh
# Budgets of memory (-M): the same bytes with any, temporary files that leave
# nothing behind, and an error where there is no room for them; prints TAP.
# (merge.t does merge.)
set -u
. tests/tap.sh

# 260,000 tokens of 4,000 words in sentences of speeches.
perl -e '
srand 7;
print "<!-- #vrt positional-attributes: form -->\n";
for my $i (1 .. 200) {
	print "<speech id=\"s$i\" who=\"p", $i % 7, "\">\n";
	for (1 .. 100) {
		print "<s>\n";
		print "m", int(4000 * rand() ** 3), "\n" for 1 .. 3 + rand 20;
		print "</s>\n";
	}
	print "</speech>\n";
}' >"$T/in.vrt"

ngrams_runs='-n 1-3
-n 1-2 -b who
-n 2 -S 2 -m 2
-n 5-6 -X'
bad=
while IFS= read -r options; do
	# shellcheck disable=SC2086 # several options
	ngrams -q $options "$T/in.vrt" >"$T/want"
	for size in 1 3000000 6M 1G; do
		# shellcheck disable=SC2086
		ngrams -q -M $size $options "$T/in.vrt" | cmp -s - "$T/want" ||
			bad="$bad; $size $options"
	done
done <<EOF
$ngrams_runs
EOF
is "$bad" "" "ngrams: the same bytes with any memory"

bad=
for options in '-w 5' '-w s' '-w 2 -F 10 -n 300'; do
	# shellcheck disable=SC2086
	cooccurrents -q -A -f counts $options "$T/in.vrt" >"$T/want"
	for size in 1 3000000 20M 1G; do
		# shellcheck disable=SC2086
		cooccurrents -q -A -f counts -M $size $options "$T/in.vrt" |
			cmp -s - "$T/want" || bad="$bad; $size $options"
	done
	# shellcheck disable=SC2086
	cooccurrents -q -A -m 20 $options "$T/in.vrt" >"$T/want"
	# shellcheck disable=SC2086
	cooccurrents -q -A -m 20 -M 15M $options "$T/in.vrt" | cmp -s - "$T/want" ||
		bad="$bad; table $options"
done
is "$bad" "" "cooccurrents: the same bytes with any memory"

# A full disk, no folder, and a program that is killed.
mkdir "$T/small"
for p in 'ngrams -q -n 1-3 -M 1' 'cooccurrents -q -A -f counts -M 1'; do
	name=${p%% *}
	# shellcheck disable=SC2086,SC3045 # words; what POSIX lacks, sh has
	(ulimit -f 100 && TMPDIR=$T/small $p "$T/in.vrt" >/dev/null 2>"$T/err")
	is "$? $(cat "$T/err")$(ls -A "$T/small")" \
		"3 $name: temporary file in $T/small (TMPDIR): File too large" \
		"$name: no room for temporary files is exit 3, and nothing stays"
	# shellcheck disable=SC2086
	TMPDIR=/nowhere $p "$T/in.vrt" >/dev/null 2>"$T/err"
	is "$? $(cat "$T/err")" \
		"3 $name: temporary file in /nowhere (TMPDIR): No such file or directory" \
		"$name: no folder for them is exit 3"
	mkfifo "$T/fifo"
	# shellcheck disable=SC2086
	TMPDIR=$T/small $p "$T/fifo" >"$T/out" 2>&1 &
	pid=$!
	exec 7>"$T/fifo"
	cat "$T/in.vrt" >&7
	kill -9 $pid
	wait $pid 2>/dev/null
	exec 7>&-
	rm "$T/fifo"
	is "$(ls -A "$T/small")" "" "$name: nothing stays after kill -9"
done
plan
