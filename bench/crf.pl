# crf.pl - rows for crf.c of streams as tests/lemma-gold.pl words makes them: the
# tag, and the attributes that tag looks at (stages/segment/tag/feature.c), the
# dictionary's word for word by hunspell -m.
# usage: perl crf.pl STREAM >ROWS
use strict;
use warnings;
use utf8;
use open qw(:std :encoding(UTF-8));

my ($file) = @ARGV;
my (@sentences, %word);
open my $in, '<', $file or die "$file: $!\n";
push @sentences, [];
while (<$in>) {
	chomp;
	push @sentences, [] if /^<\/s>/;
	next if /^</;
	my ($word, $kind, $form, $lemma, $tag) = split /\t/;
	push @{$sentences[-1]}, [$word, $form, $tag];
	$word{$_} = 1 for $word, $form;
}
# What the dictionary has each word for.
my %class;
open my $list, '>', "$file.words" or die "$file.words: $!\n";
print $list "$_\n" for grep { !/\s/ } sort keys %word;
close $list or die "$file.words: $!\n";
open my $dic, '-|', "hunspell -d fr_FR -i utf-8 -m $file.words" or die "hunspell: $!\n";
while (<$dic>) {
	my ($w) = /^(\S+)/ or next;
	$class{$w}{$1} = 1 while /po:([a-z0-9]+)/g;
}
close $dic;
$_ = join '+', sort keys %$_ for values %class;

sub shape {
	my $s = shift;
	return join '', $s =~ /^\p{Lu}/ ? 1 : 0, $s =~ /^\p{Lu}{2,}$/ ? 1 : 0,
		$s =~ /\d/ ? 1 : 0, $s =~ /-/ ? 1 : 0, $s =~ /\pL/ ? 1 : 0;
}

for my $s (@sentences) {
	next if !@$s;
	my @x = map { {
		f => $_->[1], w => $_->[0], s => shape($_->[0]),
		c => $class{$_->[0]} // $class{$_->[1]} // '-',
		l => $class{$_->[1]} // '-', u => $_->[0] =~ /^\p{Lu}/ ? 1 : 0,
		e => substr($_->[1], -3), tag => $_->[2]
	} } @$s;
	for my $i (0 .. $#x) {
		my %at;
		for my $d (-2 .. 2) {
			my $k = $i + $d;
			$at{$d} = $k >= 0 && $k < @x ? $x[$k]
				: {f => $d < 0 ? '^' : '$', c => $d < 0 ? '^' : '$', s => '', u => 0, e => ''};
		}
		my $o = $at{0};
		my $first = $i == 0 || ($i == 1 && $x[0]{w} !~ /\pL/) ? 1 : 0;
		my @a = map { "$_=$o->{$_}" } qw(f w c l s);
		for my $n (1 .. 6) {
			push @a, "e$n=" . substr($o->{f}, -$n) if length $o->{f} >= $n;
		}
		for my $n (1 .. 4) {
			push @a, "h$n=" . substr($o->{f}, 0, $n) if length $o->{f} >= $n;
			push @a, "ec$n=" . substr($o->{f}, -$n) . "|$o->{c}" if $n < 4;
		}
		push @a, "s1=$o->{s}|$first", "s1c=$o->{s}|$first|$o->{c}",
			"s1l=$o->{s}|$first|$o->{l}";
		my $pair = sub {
			push @a, join '', "$_[0]=", join '|', map { $at{$_->[0]}{$_->[1]} } @_[1 .. $#_];
		};
		my $k = 0;
		$pair->('p' . $k++, @$_) for (
			[[-1, 's'], [0, 's'], [1, 's']], [[-1, 'u'], [0, 'c'], [1, 'u']],
			[[-1, 'f'], [0, 's']], [[0, 's'], [1, 'f']],
			[[-1, 'f']], [[1, 'f']], [[-2, 'f']], [[2, 'f']],
			[[-1, 'c']], [[1, 'c']], [[-2, 'c']], [[2, 'c']],
			[[-1, 'f'], [0, 'f']], [[0, 'f'], [1, 'f']],
			[[-1, 'f'], [0, 'e']], [[0, 'e'], [1, 'f']],
			[[-1, 'f'], [1, 'f']], [[-2, 'f'], [-1, 'f']], [[1, 'f'], [2, 'f']],
			[[-1, 'c'], [0, 'c']], [[0, 'c'], [1, 'c']], [[1, 'c'], [2, 'c']],
			[[-1, 'f'], [0, 'c']], [[0, 'c'], [1, 'f']],
			[[-1, 'c'], [0, 'c'], [1, 'c']], [[-1, 'f'], [0, 'c'], [1, 'c']],
			[[-1, 'c'], [0, 'c'], [1, 'f']], [[-2, 'f'], [-1, 'f'], [0, 'c']],
			[[-2, 'c'], [-1, 'c'], [0, 'c']], [[0, 'c'], [1, 'c'], [2, 'c']]);
		print join("\t", $o->{tag}, @a), "\n";
	}
	print "\n";
}
