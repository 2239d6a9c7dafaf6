#!/bin/sh
# Budgets of memory (-M): the same bytes with any, temporary files that leave
# nothing behind, and an error where there is no room for them (which tells, too,
# that there are some); prints TAP.
# (merge.t does merge.)
set -u
. tests/tap.sh
. tests/same.sh

# 110,000 tokens of 4,000 words in sentences of speeches: all sizes of memory below are
# too small for what is counted.
perl -e '
srand 7;
print "<!-- #vrt positional-attributes: form -->\n";
for my $i (1 .. 90) {
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
while IFS= read -r options; do
	want=$T/ngrams.$options
	# shellcheck disable=SC2086 # several options
	ngrams -q $options "$T/in.vrt" >"$want"
	for size in 1 3000000; do
		same ngrams "$want" "$size $options"
		# shellcheck disable=SC2086
		ngrams -q -M $size $options "$T/in.vrt" >"$out"
	done
done <<EOF
$ngrams_runs
EOF
none_differs ngrams "ngrams: the same bytes with any memory"

for options in '-w 5' '-w s' '-w 2 -F 10 -n 300'; do
	want=$T/counts.$options
	# shellcheck disable=SC2086
	cooccurrents -q -A -f counts $options "$T/in.vrt" >"$want"
	for size in 1 12M; do
		same cooccurrents "$want" "$size $options"
		# shellcheck disable=SC2086
		cooccurrents -q -A -f counts -M $size $options "$T/in.vrt" >"$out"
	done
	want=$T/table.$options
	# shellcheck disable=SC2086
	cooccurrents -q -A -m 20 $options "$T/in.vrt" >"$want"
	same cooccurrents "$want" "table $options"
	# shellcheck disable=SC2086
	cooccurrents -q -A -m 20 -M 12M $options "$T/in.vrt" >"$out"
done
none_differs cooccurrents "cooccurrents: the same bytes with any memory"

# PROGRAM with these sizes of memory gives what it gives without a bound.
any_memory() { # SIZES PROGRAM OPTION ... FILE
	sizes=$1
	program=$2
	shift 2
	want=$T/any.$pairs
	"$program" -q "$@" >"$want"
	for size in $sizes; do
		same "$program" "$want" "-M $size $*"
		"$program" -q -M "$size" "$@" >"$out"
	done
}

# Types of two columns: a stem has several forms, one form several kinds.
perl -e '
srand 8;
print "<!-- #vrt positional-attributes: kind form stem -->\n";
for my $i (1 .. 60) {
	print "<speech id=\"s$i\">\n";
	for (1 .. 2000) {
		my $n = int(30000 * rand() ** 2);
		print rand() < .05 ? "n" : "w", "\tm$n", rand() < .3 ? "x" : "",
		    "\ts", int($n / 3), "\n";
		print "p\t.$n\t.$n\n" if rand() < .05;
	}
	print "</speech>\n";
	print "w\tm$i\ts$i\n";
}' >"$T/types.vrt"

# 50 parts, by themselves and in any order, with margins and without.
perl -e '
srand 9;
print "part\tform\tfreq\n";
for my $p (sort map { "p$_" } 1 .. 50) {
	my %h;
	$h{"w" . int(3000 * rand() ** 3)}++ for 1 .. 10 + rand 900;
	print "$p\t$_\t$h{$_}\n" for sort keys %h;
}' >"$T/parts.tsv"
{
	head -n 1 "$T/parts.tsv"
	sed 1d "$T/parts.tsv" | sort -t t -k 4
	cut -f 1 "$T/parts.tsv" | sed 1d | sort -u | sed 's/$/\t\t1000/'
} >"$T/mixed.tsv"

for options in '-c form' '-c stem' '-c kind -k wnp' '-c stem -k wn -m 3'; do
	# shellcheck disable=SC2086 # several options
	any_memory '1 6M' types $options "$T/types.vrt"
done
none_differs types "types: the same bytes with any memory"

for options in '' '-t 0' '-C table -m 3' '-k 5 -t 0' '-t 0.5 -p p7 -C textometry-2009'; do
	for table in parts mixed; do
		# shellcheck disable=SC2086
		any_memory '1M' specificities $options "$T/$table.tsv"
	done
done
none_differs specificities "specificities: the same bytes with any memory"

# Texts that repeat themselves: few words, pieces said before, runs of any
# length; and one word again and again, where the search for what holds it is
# given up.
again() { # SEED
	perl -e '
	my $seed = shift;
	srand $seed;
	my $words = (1, 2, 3, 6, 50)[$seed % 5];
	my $stops = $seed % 2 ? 0 : rand() * .2;
	my $most = 2 + int rand 40;
	my @all;
	print "<!-- #vrt positional-attributes: kind form -->\n";
	for my $i (1 .. 6) {
		print "<speech id=\"s$i\" who=\"p", $i % 3, "\">\n";
		for (my $n = 0; $n < 500;) {
			my @s = ("a" . int rand $words);
			if (@all > 50 && rand() < .4) {
				my $from = int rand(@all - 40);
				@s = @all[$from .. $from + int rand $most];
			}
			for (@s) {
				print "w\t$_\n";
				print "p\t.\n" if rand() < $stops;
				$n++;
			}
			push @all, @s;
		}
		print "</speech>\n";
	}' "$1"
}

seed=1
while [ $seed -le 5 ]; do
	again $seed >"$T/again.vrt"
	for options in '-a -n 2-6' '-D . -m 3' '-a -n 2-11 -b who' '-u s -b id'; do
		# shellcheck disable=SC2086
		any_memory '1 200K' segments $options "$T/again.vrt"
	done
	seed=$((seed + 1))
done
perl -e 'print "<!-- #vrt positional-attributes: form -->\n";
print "a\n" x 8000, "b\n", "a\n" x 3600, "b\n", "a\n" x 300' >"$T/aaa.vrt"
segments -q -a -n 2-3 "$T/aaa.vrt" >"$T/aaa"
same segments "$T/aaa" '-M 1 -a -n 2-3'
segments -M 1 -a -n 2-3 "$T/aaa.vrt" >"$out" 2>"$T/err"
none_differs segments "segments: the same bytes with any memory"
is "$(tail -n 1 "$T/err")" \
	"segments: segments whose status would take too long to find, shown as NA: 2" \
	"segments: a search is given up where it is in memory"

# A full disk, no folder, and a program that is killed.
mkdir "$T/small"
for p in 'ngrams -q -n 1-3 -M 1' 'cooccurrents -q -A -f counts -M 1' \
	'types -q -M 1' 'segments -q -M 1' 'specificities -q -M 1M'; do
	input=$T/in.vrt
	case $p in
	types*) input=$T/types.vrt ;;
	specificities*) input=$T/parts.tsv ;;
	esac
	name=${p%% *}
	# shellcheck disable=SC2086,SC3045 # words; what POSIX lacks, sh has
	(ulimit -f 100 && TMPDIR=$T/small $p "$input" >/dev/null 2>"$T/err")
	is "$? $(cat "$T/err")$(ls -A "$T/small")" \
		"3 $name: temporary file in $T/small (TMPDIR=folder gives another): File too large" \
		"$name: no room for temporary files is exit 3, and nothing stays"
	# shellcheck disable=SC2086
	TMPDIR=/nowhere $p "$input" >/dev/null 2>"$T/err"
	is "$? $(cat "$T/err")" \
		"3 $name: temporary file in /nowhere (TMPDIR=folder gives another): No such file or directory" \
		"$name: no folder for them is exit 3"
	mkfifo "$T/fifo"
	# shellcheck disable=SC2086
	TMPDIR=$T/small $p "$T/fifo" >"$T/out" 2>&1 &
	pid=$!
	exec 7>"$T/fifo"
	cat "$input" >&7
	kill -9 $pid
	wait $pid 2>/dev/null
	exec 7>&-
	rm "$T/fifo"
	is "$(ls -A "$T/small")" "" "$name: nothing stays after kill -9"
done
plan
