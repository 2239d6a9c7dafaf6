# conserve.pl - text of a source that its transcript has lost.
# usage: perl conserve.pl text|stars|xml|table|conllu TRANSCRIPT SOURCE ...
# A source's lines are cut at their markup; the letters and figures of every
# piece must stand in one paragraph or attribute of the transcript, or those of
# its parts between brackets must (stage directions are set apart), and every
# word must come as often in its text, but for words of attributes.
# Names of fields (Titre :) and dates of a dump are not looked for.
# Prints what is lost, a piece or word a line, and at last how many of each
# the sources have.
use strict;
use warnings;
use utf8;
use open qw(:std :encoding(UTF-8));
use Unicode::Normalize;

my ($kind, $transcript, @source) = @ARGV;
my %entity = (amp => '&', lt => '<', gt => '>', quot => '"', apos => "'");

sub plain {
	my $s = shift;
	$s =~ s/&(\w+);/$entity{$1} \/\/ "&$1;"/ge;
	$s =~ s/&#(\d+);/chr $1/ge;
	$s =~ s/&#x([0-9a-fA-F]+);/chr hex $1/ge;
	return $s;
}

# Fields whose names and dates become attributes of other names.
my $field = qr/^\s*(Titre|Intervenant|Date|Texte intégral|Publié le \d.*)\s*$/;

# Letters and figures without accents, whatever the readers repair.
sub fold {
	my $s = shift;
	$s =~ s/(?<=oe)\x9C|\x9C(?=oe)|(?<=OE)\x8C|\x8C(?=OE)//g;
	$s =~ tr/\x8C\x9C/Œœ/;
	$s = lc NFKD($s);
	$s =~ s/œ/oe/g;
	$s =~ s/æ/ae/g;
	$s =~ s/[^\p{L}\p{N} ]+//g;
	return $s;
}

my %folded; # words of a run of letters

sub words {
	return map {
		@{ $folded{$_} //= [ grep { /./ } split /[^\p{L}\p{N}]+/, fold($_) ] }
	} split /[^\p{L}\p{N}\p{M}\x8C\x9C\xAD\x{200B}-\x{200D}\x{FEFF}]+/, shift;
}

# The form of a line of CoNLL-U, but for words of a range.
my $last = 0;

sub form {
	my ($id, $form) = split /\t/, shift;
	return () if !defined $form;
	$last = 0 if $id eq '1';
	if ($id =~ /^\d+-(\d+)$/) {
		$last = $1;
		return $form;
	}
	return $id =~ /^\d+$/ && $id > $last ? $form : ();
}

# A line's pieces.
sub pieces {
	my $s = shift;
	return split /[*_\s]+/, $s if $kind eq 'stars' && $s =~ /^(\*{4}|\d{4} \*|-\*)/;
	return split /[;,"\t]/, $s if $kind eq 'table';
	return form($s) if $kind eq 'conllu';
	return grep { !/$field/ } split /[:,]/, $s;
}

# What stands in TEI's texts: lines, and interruptions told by attributes.
sub body {
	my $s = shift;
	my $out = '';
	$s =~ s/<!--.*?-->//gs;
	$s =~ s/<teiHeader.*?<\/teiHeader>/"\n" x ($& =~ tr|\n||)/gse;
	$s =~ s/<\w+:\w+[^>]* text="([^"]*)"[^>]*>/\n$1\n/g;
	$s =~ s/<note[^>]*>\s*[A-Z0-9]*_[A-Z0-9_]*\s*<\/note>//g; # codes
	$s =~ s/<hi[^>]*>|<\/hi>|<w[^>]*>|<\/w>|<sup>|<\/sup>//g;
	$s =~ s/<[^>]*>/\n/gs;
	return plain($s);
}

my ($text, %attribute, %have) = '';
my $tokens = 0;
open my $in, '<', $transcript or die "$transcript: $!\n";
while (<$in>) {
	chomp;
	$tokens = 1 if /^<!-- #vrt/;
	if (/^<[a-z\/!]/) {
		while (/ ([a-z_0-9.]+)="([^"]*)"/g) {
			my $value = plain($2);
			$attribute{fold($_) =~ tr/ //dr} = 1 for $1, $value;
			$attribute{$_} = 1 for words($1), words($value);
		}
		$text .= "\n" if !$tokens && /^<p/;
		next;
	}
	s/\t.*// if $tokens;
	my $s = plain($_);
	$have{$_}++ for words($s);
	$text .= fold($s) =~ tr/ //dr;
}
my $attributes = join "\n", '', keys %attribute, '';
utf8::encode($_) for $text, $attributes; # bytes are found faster

sub key {
	my $key = fold(shift) =~ tr/ \t//dr;
	utf8::encode($key);
	return $key;
}

sub found {
	my $key = shift;
	return index($text, $key) >= 0 || index($attributes, $key) >= 0;
}

my ($n_piece, $n_word, $at, %want) = (0, 0, 0);
for my $file (@source) {
	open $in, '<', $file or die "$file: $!\n";
	my $all = do { local $/; <$in> };
	$all =~ s/\r\n?/\n/g;
	$all = body($all) if $kind eq 'xml';
	$all =~ s/^.*\n// if $kind eq 'table'; # the header: names
	for my $line (split /\n/, $all) {
		for my $piece (grep { defined } pieces($line)) {
			my $key = key($piece);
			next if $key eq '';
			$n_piece++;
			$want{$_}++ for words($piece);
			my $next = index $text, $key, $at; # most stand in order
			if ($next >= 0) {
				$at = $next + length $key;
				next;
			}
			print "piece\t$piece\n" if !found($key) &&
				grep { !found(key($_)) } split /[()\[\]]/, $piece;
		}
	}
}
for my $w (sort keys %want) {
	$n_word += $want{$w};
	next if ($have{$w} // 0) >= $want{$w} || $attribute{$w};
	print "word\t$w\t$want{$w}\t", $have{$w} // 0, "\n";
}
print "all\t$n_piece\t$n_word\n";
