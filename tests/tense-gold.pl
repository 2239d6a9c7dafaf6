# tense-gold.pl - the tenses of a treebank's verbs, for tense-gold.t.
# usage: perl tense-gold.pl stream FILE GOLD >STREAM: a speech a sentence, with the
# treebank's lemmas and parts of speech, its tenses in GOLD; perl tense-gold.pl
# score GOLD <COUNTS: of the table of stats -f counts, by tense and of all.
use strict;
use warnings;
use utf8;
use open qw(:std :encoding(UTF-8));

my @tenses = qw(present imperfect past_simple future conditional subjunctive
	imperative perfect pluperfect);
my ($job, $file, $gold) = @ARGV;

sub esc {
	my $s = shift;
	$s =~ s/&/&amp;/g;
	$s =~ s/</&lt;/g;
	$s =~ s/>/&gt;/g;
	return $s;
}

# The tense of a finite verb by its features; that of an auxiliary with a
# participle (aux:tense) is the tense of both.
sub tense {
	my ($upos, $feats, $rel) = @_;
	return undef if $upos !~ /^(VERB|AUX)$/;
	my ($mood) = $feats =~ /\bMood=(\w+)/ or return undef;
	my ($tense) = $feats =~ /\bTense=(\w+)/;
	my %mood = (Sub => 'subjunctive', Imp => 'imperative',
		Cnd => 'conditional');
	return $mood{$mood} if $mood{$mood};
	my %tense = (Pres => 'present', Imp => 'imperfect',
		Past => 'past_simple', Fut => 'future');
	my $t = $tense{$tense // ''} // return undef;
	return $t if $rel !~ /^aux:tense/;
	return $t eq 'present' ? 'perfect' : $t eq 'imperfect' ? 'pluperfect' : $t;
}

if ($job eq 'stream') {
	my ($n, $inside) = (0, 0);
	open my $in, '<', $file or die "$file: $!\n";
	open my $to, '>', $gold or die "$gold: $!\n";
	print "<!-- #vrt positional-attributes: word kind form lemma pos -->\n";
	while (<$in>) {
		chomp;
		next if /^#/;
		if ($_ eq '') {
			print "</s>\n</speech>\n" if $inside;
			$inside = 0;
			next;
		}
		my @c = split /\t/;
		next if $c[0] !~ /^\d+$/;
		printf "<speech id=\"%06d\">\n<s>\n", ++$n if !$inside;
		$inside = 1;
		my $w = $c[1];
		my $kind = $w =~ /\pL/ ? 'w' : $w =~ /\d/ ? 'n' :
			$w =~ /[\p{Sc}%°]/ ? 's' : 'p';
		my $form = lc $w;
		$form =~ tr/’/'/;
		$form =~ s/oeu/œu/g;
		print join("\t", map { esc($_) } $w, $kind, $form, @c[2, 3]), "\n";
		my $t = tense(@c[3, 5, 7]);
		printf $to "%06d\t%s\n", $n, $t if defined $t;
	}
	print "</s>\n</speech>\n" if $inside;
} else {
	# of two counts of a sentence what both have is right
	my (%want, %n_want, %n_got, %n_same);
	open my $in, '<', $file or die "$file: $!\n";
	while (<$in>) {
		chomp;
		my ($s, $t) = split /\t/;
		$want{$s}{$t}++;
		$n_want{$t}++;
		$n_want{finite}++;
	}
	while (<STDIN>) {
		chomp;
		my ($s, $t, $n) = split /\t/;
		next if !grep { $_ eq $t } @tenses;
		my $w = $want{$s}{$t} // 0;
		$n_got{$t} += $n;
		$n_got{finite} += $n;
		$n_same{$t} += $w < $n ? $w : $n;
		$n_same{finite} += $w < $n ? $w : $n;
	}
	for my $t ('finite', @tenses) {
		my ($w, $g, $s) = map { $_->{$t} // 0 } \%n_want, \%n_got, \%n_same;
		printf "%s\t%d\t%s\t%s\n", $t, $w,
			$g ? sprintf('%.3f', $s / $g) : 'NA',
			$w ? sprintf('%.3f', $s / $w) : 'NA';
	}
}
