# tag-gold.pl - what tests/tag-gold.t and bench/tag.sh do with CoNLL-U.
# usage: perl tag-gold.pl stream FILE: a token stream of the words as the
# treebank cuts them, with columns gold (lemma) and upos; perl tag-gold.pl score
# <ROWS of word, gold, upos, lemma, pos: words, % right of both.
use strict;
use warnings;
use utf8;
use open qw(:std :encoding(UTF-8));

my ($job, $file) = @ARGV;

# The counting form of a word, as tokenise makes it.
sub form {
	my $s = lc shift;
	$s =~ tr/’/'/;
	$s =~ s/oeu/œu/g;
	return $s;
}

# As tokenise sees it, which knows no treebank.
sub kind {
	my $s = shift;
	return $s =~ /\pL/ ? 'w' : $s =~ /\d/ ? 'n' : $s =~ /[\p{Sc}%°]/ ? 's' : 'p';
}

sub esc {
	my $s = shift;
	$s =~ s/&/&amp;/g;
	$s =~ s/</&lt;/g;
	$s =~ s/>/&gt;/g;
	return $s;
}

if ($job eq 'stream') {
	my $inside = 0;
	open my $in, '<', $file or die "$file: $!\n";
	print "<!-- #vrt positional-attributes: word kind form gold upos -->\n";
	print "<speech id=\"gold\">\n";
	while (<$in>) {
		chomp;
		print "</s>\n" if $_ eq '' && $inside;
		$inside = 0 if $_ eq '';
		my @c = split /\t/;
		next if !@c || $c[0] !~ /^\d+$/;
		print "<s>\n" if !$inside;
		$inside = 1;
		print join("\t", map { esc($_) } $c[1], kind($c[1]), form($c[1]),
			@c[2, 3]), "\n";
	}
	print "</s>\n" if $inside;
	print "</speech>\n";
} else {
	my ($n, $pos, $same) = (0) x 3;
	while (<STDIN>) {
		next if /^</;
		chomp;
		my ($word, $gold, $upos, $lemma, $tag) = split /\t/;
		$n++;
		$pos++ if $tag eq $upos;
		$same++ if $lemma eq $gold;
		print STDERR "$word\t$upos\t$tag\t$gold\t$lemma\n"
			if $ENV{WRONG} && ($tag ne $upos || $lemma ne $gold);
	}
	printf "%d %.2f %.2f\n", $n, 100 * $pos / $n, 100 * $same / $n;
}
