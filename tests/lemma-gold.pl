# lemma-gold.pl - what lemma-gold.t, tag-gold.t and bench/tag.sh do with CoNLL-U.
# usage: perl lemma-gold.pl stream|words|lexicon FILE: tokens as they are written, words
# as the treebank cuts them; perl lemma-gold.pl score|all <ROWS: of words without
# punctuation in many ways, of all words the parts of speech and the lemmas.
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

# Calls each(word, lemma, upos) for every token as it is written; of a
# contraction (du: de le) the first lemma; undef between sentences.
sub tokens {
	my ($each) = @_;
	my ($first, $last, $word) = (0, 0, '');
	open my $in, '<', $file or die "$file: $!\n";
	while (<$in>) {
		chomp;
		next if /^#/;
		if ($_ eq '') {
			($first, $last) = (0, 0);
			$each->(undef);
			next;
		}
		my @c = split /\t/;
		if ($c[0] =~ /^(\d+)-(\d+)$/ && $job ne 'words') {
			($first, $last, $word) = ($1, $2, $c[1]);
		} elsif ($c[0] =~ /^\d+$/ && ($c[0] < $first || $c[0] > $last)) {
			$each->(@c[1, 2, 3]);
		} elsif ($c[0] eq $first) {
			$each->($word, @c[2, 3]);
		}
	}
}

sub esc {
	my $s = shift;
	$s =~ s/&/&amp;/g;
	$s =~ s/</&lt;/g;
	$s =~ s/>/&gt;/g;
	return $s;
}

if ($job eq 'stream' || $job eq 'words') {
	print "<!-- #vrt positional-attributes: word kind form gold upos -->\n";
	print "<speech id=\"gold\">\n";
	my $inside = 0;
	tokens(sub {
		my ($w, $l, $p) = @_;
		if (!defined $w) {
			print "</s>\n" if $inside;
			$inside = 0;
			return;
		}
		print "<s>\n" if !$inside;
		$inside = 1;
		my $kind = $w =~ /\pL/ ? 'w' : $w =~ /\d/ ? 'n' :
			$w =~ /[\p{Sc}%°]/ ? 's' : 'p';
		print join("\t", map { esc($_) } $w, $kind, form($w), $l, $p), "\n";
	});
	print "</s>\n" if $inside;
	print "</speech>\n";
} elsif ($job eq 'lexicon') {
	my %n;
	tokens(sub {
		my ($w, $l, $p) = @_;
		return if !defined $w || $w !~ /\pL/;
		$n{join "\t", $p eq 'PROPN' ? $w : form($w), $l, $p}++;
	});
	print "form\tlemma\tpos\tfreq\n";
	print "$_\t$n{$_}\n" for sort keys %n;
} elsif ($job eq 'all') {
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
} else {
	# The treebanks give pronouns and possessives the lemma of the strong
	# form, whatever the case and the person of the owner (il, le: lui;
	# leur, notre: son), and articles des, de and d' the lemma un.
	my %other = (il => 'lui eux', le => 'lui eux', lui => 'eux', eux => 'lui',
		leur => 'son lui eux', je => 'moi', me => 'moi', tu => 'toi',
		te => 'toi', se => 'soi', mon => 'son', ton => 'son',
		notre => 'son', votre => 'son', 'moi-même' => 'lui-même', de => 'un');
	my ($n, $same, $alike, $content, $good, $pos) = (0) x 6;
	while (<STDIN>) {
		next if /^</;
		chomp;
		my ($w, $gold, $upos, $lemma, $tag) = split /\t/;
		next if $w !~ /\pL/ || $upos =~ /^(PUNCT|SYM)$/;
		my $is = $lemma eq $gold;
		my $like = $is ||
			grep { $_ eq $gold } split / /, $other{$lemma} // '';
		$n++;
		$same++ if $is;
		$alike++ if $like;
		$pos++ if defined $tag && $tag eq $upos;
		next if $upos !~ /^(NOUN|VERB|ADJ|ADV)$/;
		$content++;
		$good++ if $is;
		print STDERR "$w\t$gold\t$upos\t$lemma\n" if $ENV{WRONG} && !$like;
	}
	printf "%d %.1f %.1f %.1f %.1f\n", $n, 100 * $same / $n,
		100 * $alike / $n, 100 * $good / $content, 100 * $pos / $n;
}
