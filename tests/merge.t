#!/bin/sh
# merge over random tables: against sort and awk, by ranges (-R) and with little
# memory (-M); prints TAP.
set -u
. tests/tap.sh
. tests/same.sh

# Random count tables, $T/SEED/K.tsv, of several shapes: 1 has the columns n ngram, 2
# part n ngram, 3 theme entry with cells that are empty or begin alike.
tables() { # SEEDS
	perl -e '
	my ($folder, $seeds) = @ARGV;
	my @head = ("n\tngram", "part\tn\tngram", "theme\tentry");
	my @w = ("a", "aa", "ab", "a b", "\xC3\xA9t\xC3\xA9", "a\x01", "a-b", "b" x 300, "z" x 7, "zz" x 40);
	sub table {
		my ($shape) = @_;
		my %row;
		my $n = rand() < .15 ? 0 : int rand(rand() < .5 ? 4 : 300);
		for (1 .. $n) {
			my @k = map { $w[rand @w] . (rand() < .3 ? "" : " $w[rand @w]") } 1 .. 3;
			$k[2] .= int rand 50;
			my $key = $shape == 1 ? int(1 + rand 3) . "\t$k[2]"
				: $shape == 2 ? "$k[0]\t" . int(1 + rand 3) . "\t$k[1]"
				: "$k[0]\t" . (rand() < .2 ? "" : $k[1]);
			$row{$key} = rand() < .1 ? 4294967296 * int rand 1000000 : int rand 1000;
		}
		my $eol = rand() < .1 ? "\r\n" : "\n";
		my @lines = map { "$_\t$row{$_}" } sort { my ($x, $y) = ($a, $b);
			tr/\t/\0/ for $x, $y; $x cmp $y } keys %row;
		my $text = join "", map { "$_$eol" } "$head[$shape - 1]\tfreq", @lines;
		substr($text, -length $eol) = "" if rand() < .1;
		return $text;
	}
	for my $seed (1 .. $seeds) {
		mkdir "$folder/$seed";
		for my $i (0 .. $seed % 7) {
			srand $seed * 100 + $i;
			open my $f, ">:raw", "$folder/$seed/$i.tsv" or die;
			print $f table($seed % 3 + 1);
			close $f or die;
		}
	}' "$T" "$1"
}

# The sum by perl, in the order of the keys; of folders, the sum of the tables in each
# as `want` there.
by_hand() { # FILE ...|FOLDER ...
	perl -e '
	use integer;
	sub sum {
		my (%sum, $head);
		for my $f (@_) {
			open my $in, "<:raw", $f or die "$f: $!\n";
			my ($h, @rows) = map { s/\r?\n?\z//r } <$in>;
			$head //= $h;
			for (@rows) {
				my ($key, $v) = /\A(.*)\t([0-9]+)\z/s or die "$f: $_\n";
				$sum{$key} += $v;
			}
		}
		print "$head\n";
		print "$_\t$sum{$_}\n" for sort { my ($x, $y) = ($a, $b);
			tr/\t/\0/ for $x, $y; $x cmp $y } keys %sum;
	}
	-d $ARGV[0] or sum(@ARGV), exit;
	for my $d (@ARGV) {
		open STDOUT, ">:raw", "$d/want" or die "$d/want: $!\n";
		sum(glob "$d/*.tsv");
	}
	' "$@"
}

# The ranges 1 to N one after the other.
by_ranges() { # N OPTION|-- FILE ...
	of=$1
	option=$2
	shift 2
	k=1
	while [ "$k" -le "$of" ]; do
		merge -R "$k/$of" "$option" "$@" || return 1
		k=$((k + 1))
	done
}

tables 21
by_hand "$T"/[0-9]*
seed=1
while [ $seed -le 21 ]; do
	want=$T/$seed/want
	set -- "$T/$seed"/*.tsv
	same sum "$want" $seed
	merge "$@" >"$out"
	for of in 2 $((seed % 7 + 3)); do
		same range "$want" $seed/$of
		by_ranges "$of" -- "$@" >"$out"
	done
	for size in 1 300K 1M; do
		same memory "$want" $seed/$size
		merge -M $size "$@" >"$out"
	done
	merge -M 1 -R 2/3 "$@" >"$T/part.$seed"
	same memory "$T/part.$seed" $seed/-R
	merge -R 2/3 "$@" >"$out"
	IFS= read -r head <"$want"
	printf '%s\n' "$head" >"$T/head.$seed"
	same minus "$T/head.$seed" $seed
	merge -s "$want" "$@" >"$out"
	shift
	merge -s "$want" "$@" >"$T/less.$seed"
	same minus "$T/less.$seed" $seed/4
	by_ranges 4 -s "$want" "$@" >"$out"
	same minus "$T/less.$seed" $seed/-M
	merge -s -M 1 "$want" "$@" >"$out"
	seed=$((seed + 1))
done
none_differs sum "21 sums of random tables are those made by hand"
none_differs range "the ranges of any number, one after the other, are the sum"
none_differs memory "any memory gives the same bytes"
none_differs minus "subtracting gives the rest, by ranges and with little memory, too"

# Counts of speeches by what the speeches belong to are those of the counters: more
# speeches of a part than are read side by side, odd names, none.
perl -e '
srand 11;
my @who = ("", "NA", "a", "a b", "a\\b", "\xC3\x89lise", "z&quot;", "1", "10", "-1");
print "<!-- #vrt positional-attributes: form -->\n";
for my $i (1 .. 30000) {
	my $who = $who[rand() < .9 ? 2 : rand @who];
	my $year = rand() < .01 ? "" : sprintf " year=\"%d\"", 2000 + rand 3;
	print "<speech id=\"s$i\" who=\"$who\"$year>\n";
	print "m", int(50 * rand() ** 2), "\n" for 1 .. rand 6;
	print "</speech>\n";
}' >"$T/in.vrt"
stats -q -a who,year "$T/in.vrt" >"$T/speeches.tsv"
ngrams -q -n 1-2 -b id "$T/in.vrt" >"$T/id.tsv"
bad=
for by in who year; do
	ngrams -q -n 1-2 -b $by "$T/in.vrt" >"$T/want" && [ -s "$T/want" ] ||
		bad="$bad none"
	merge -b $by -d "$T/speeches.tsv" "$T/id.tsv" | cmp -s - "$T/want" ||
		bad="$bad $by"
	{ sed -n 1p "$T/id.tsv"; sed -n '1~2!p' "$T/id.tsv"; } >"$T/even.tsv"
	sed -n '1~2p' "$T/id.tsv" >"$T/odd.tsv"
	merge -b $by -d "$T/speeches.tsv" "$T/odd.tsv" "$T/even.tsv" | cmp -s - "$T/want" ||
		bad="$bad $by of two"
done
is "$bad" '' 'counts by a column of the speeches are those of ngrams -b'
merge -M 1K -b year -d "$T/speeches.tsv" "$T/id.tsv" >"$T/got"
same_file "$T/got" "$T/want" 'with little memory, too'
TMPDIR=$T/no/folder merge -M 1K -b year -d "$T/speeches.tsv" "$T/id.tsv" >"$T/got" 2>"$T/err"
is "$? $(sed 's/.*: //' "$T/err")" '3 No such file or directory' 'which takes temporary files'

# Keys that share more than codes tell apart, cells that end where others go on.
perl -e '
my $long = "a" x 70000;
my @k = ($long, $long . "a", $long . "ab", "$long b", $long . "\xC3\xA9", "b" x 20480, "b" x 20481);
print "ngram\tfreq\n";
print "$_\t1\n" for sort @k' >"$T/long.tsv"
grep -v b "$T/long.tsv" >"$T/some.tsv"
by_hand "$T/long.tsv" "$T/some.tsv" "$T/long.tsv" >"$T/want"
merge "$T/long.tsv" "$T/some.tsv" "$T/long.tsv" >"$T/got"
same_file "$T/got" "$T/want" "keys of 70,000 bytes that are nearly the same"
by_ranges 5 -- "$T/long.tsv" "$T/some.tsv" "$T/long.tsv" >"$T/got"
same_file "$T/got" "$T/want" "by ranges, too"

# Counts of 64 bits: 2^32, 2^63 and up to the last that there is.
row() { printf 'n\tngram\tfreq\n1\tla\t%s\n' "$1"; }
row 4294967295 >"$T/a.tsv"
row 1 >"$T/b.tsv"
row 9223372036854775808 >"$T/c.tsv"
row 9223372036854775807 >"$T/d.tsv"
is "$(merge "$T/a.tsv" "$T/b.tsv" | tail -n 1 | cut -f 3)" 4294967296 "2^32"
is "$(merge "$T/c.tsv" "$T/d.tsv" | tail -n 1 | cut -f 3)" 18446744073709551615 "2^64 - 1"
merge "$T/c.tsv" "$T/d.tsv" "$T/b.tsv" >"$T/got" 2>"$T/err"
is "$? $(sed 's/.*: //' "$T/err")" "1 the sum of '1 la' is over 18446744073709551615" \
	"2^64 is refused"
merge -M 1 "$T/c.tsv" "$T/d.tsv" "$T/b.tsv" "$T/b.tsv" >"$T/got" 2>"$T/err"
is "$?" 1 "in a group, too"

# A row that is out of order is found by one of the ranges, with its line.
perl -e 'print "n\tngram\tfreq\n"; printf "1\t%06d\t1\n", $_ for 1 .. 3000' >"$T/a.tsv"
sed '2001s/.*/1	000007	1/' "$T/a.tsv" >"$T/b.tsv"
k=1
refused=
while [ $k -le 8 ]; do
	merge -R $k/8 "$T/a.tsv" "$T/b.tsv" >"$T/got" 2>"$T/err" ||
		refused="$refused$? $(sed "s/.*b.tsv:\([0-9]*\): '\(1 [0-9]*\)'.*/\1 \2/" "$T/err")"
	k=$((k + 1))
done
is "$refused" "1 2001 1 000007" "a row out of order is refused by its range"

# A full disk is an error, and leaves nothing.
set --
while [ $# -lt 30 ]; do set -- "$@" "$T/a.tsv"; done
mkdir "$T/small"
# shellcheck disable=SC3045 # what POSIX lacks, dash, bash and busybox have
(ulimit -f 20 && TMPDIR=$T/small merge -M 1 "$@" >/dev/null 2>"$T/err")
is "$? $(cat "$T/err")$(ls -A "$T/small")" \
	"3 merge: temporary file in $T/small (TMPDIR=folder gives another): File too large" \
	"no room for temporary files is exit 3, and nothing stays"
TMPDIR=/nowhere merge -M 1 "$@" >/dev/null 2>"$T/err"
is "$? $(cat "$T/err")" \
	"3 merge: temporary file in /nowhere (TMPDIR=folder gives another): No such file or directory" \
	"no folder for temporary files is exit 3"
plan
