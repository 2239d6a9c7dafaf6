# apertium.pl - the first analysis that Apertium has of each word, as a part of
# speech of Universal Dependencies and a lemma, beside tag (tag.sh); words that it
# does not know are names if they have a capital, else nouns.
# usage: perl apertium.pl TRANSDUCER FILE <ROWS >ROWS: word, lemma and tag of the
# treebank; its own behind them.  FILE gets the words.
use strict;
use warnings;
use utf8;
use open qw(:std :encoding(UTF-8));

my ($transducer, $file) = @ARGV;
my %pos = (n => 'NOUN', np => 'PROPN', adj => 'ADJ', vblex => 'VERB', vbmod => 'VERB',
	vbser => 'AUX', vbhaver => 'AUX', det => 'DET', predet => 'DET', prn => 'PRON',
	rel => 'PRON', pr => 'ADP', adv => 'ADV', preadv => 'ADV', cnjcoo => 'CCONJ',
	cnjsub => 'SCONJ', cnjadv => 'SCONJ', num => 'NUM', ij => 'INTJ', sent => 'PUNCT',
	cm => 'PUNCT', lpar => 'PUNCT', rpar => 'PUNCT', lquest => 'PUNCT', guio => 'PUNCT',
	apos => 'PUNCT', percent => 'SYM');
my (@rows, %is);
while (<STDIN>) {
	next if /^</;
	chomp;
	s/&lt;/</g, s/&gt;/>/g, s/&amp;/&/g;
	push @rows, [split /\t/];
	$is{$rows[-1][0]} = undef;
}

# Each word by itself, ended by a NUL, lest neighbours make one expression.
my @words = sort keys %is;
open my $list, '>', $file or die "$file: $!\n";
print $list s/([\^\$\/<>{}\[\]\\@])/\\$1/gr, "\n\0" for @words;
close $list or die "$file: $!\n";
open my $in, '-|', "lt-proc -z -a '$transducer' <'$file'" or die "lt-proc: $!\n";
$/ = "\0";
for my $w (@words) {
	my $a = <$in> // die "lt-proc: too few answers\n";
	my ($lemma, $tag) = $a =~ m{^\^(?:[^/\\]|\\.)*/([^*<+/\$][^<+/\$]*)<(\w+)>};
	if (!defined $tag || !defined $pos{$tag}) {
		($lemma, $tag) = ($w, $w =~ /\d/ ? 'NUM' : $w !~ /\pL/ ? 'PUNCT' :
			$w =~ /^\p{Lu}/ ? 'PROPN' : 'NOUN');
	} else {
		$lemma =~ s/\\//g;
		$tag = $pos{$tag};
		$lemma = lc $lemma if $tag ne 'PROPN';
	}
	$is{$w} = [$lemma, $tag];
}
print join("\t", @{$_}[0 .. 2], @{$is{$_->[0]}}), "\n" for @rows;
