#!/bin/sh
# The labels of the reports: every language has the same, with the same values
# to be put in, and the pages use each and no other; prints TAP.
set -u
. tests/tap.sh

exec perl -w - <<'END'
use strict;
require './tests/tap.pl';

# --- labels (page.5) ---

my (%text, @twice);
for my $file (glob 'pipeline/labels/*.labels') {
	my ($lang) = $file =~ m,([^/]+)\.labels$,;
	my $key;
	for (split /\n/, slurp($file)) {
		next if $_ eq '' || /^#/;
		if (/^([^\s:]+):[ \t]*(.*)/) {
			push @twice, "$file: $1" if exists $text{$lang}{ $key = $1 };
			$text{$lang}{$key} = $2;
		} elsif (defined $key && s/^[ \t]+//) {
			$text{$lang}{$key} .= "\n$_";
		} else {
			push @twice, "$file: no label: $_";
		}
	}
}
check(!@twice, 'each label is there once', join "\n", @twice);
check(keys(%text) > 1, 'there are labels in several languages');

# The values that a text names, and how.
sub values_of { return join ' ', sort $_[0] =~ /\{[^}]*\}/g }

sub lacking { # of the first those that the second has not
	my ($have, $want) = @_;
	return grep { !exists $want->{$_} } sort keys %$have;
}

for my $lang (grep { $_ ne 'en' } sort keys %text) {
	my @more = lacking($text{$lang}, $text{en});
	my @less = lacking($text{en}, $text{$lang});
	check(!@more && !@less, "$lang: the labels of en", "more: @more\nless: @less");
	my @other = grep { exists $text{$lang}{$_} && $_ ne 'style'
		&& values_of($text{$lang}{$_}) ne values_of($text{en}{$_}) } sort keys %{ $text{en} };
	check(!@other, "$lang: the values put in are those of en",
		join "\n", map { "$_: " . values_of($text{$lang}{$_}) } @other);
	my @bare = grep { $text{en}{$_} ne '' && ($text{$lang}{$_} // '') eq '' } sort keys %{ $text{en} };
	check(!@bare, "$lang: no label is empty that is not in en", "@bare");
}

# A blank before a sign lets a line of a page begin with it: French puts a
# no-break space there.
my @loose = grep { $text{fr}{$_} =~ /[ \n][:;?!\xbb](?:\s|$)/ } sort keys %{ $text{fr} };
check(!@loose, 'fr: no sign stands behind a blank that may break', "@loose");

# --- what pages use ---

# Names that are the same in every language.
my %same = map { $_ => 1 } qw(jaccard logDice);

# Columns of pictures, from 0 on, whose headings stand at their axes or lines.
my %shown = (bars => qr/1/, lines => qr/[01]/, curve => qr/./, network => qr/x/, heat => qr/2/, strips => qr/0/);

# By name; columns and facts are headings, which need no label.
my (%used, %heading);
for my $file (glob 'pipeline/pages/*.page') {
	my ($block, $kind, $n_column) = ('', '', 0);
	for (split /\n/, slurp($file)) {
		my @w = split ' ';
		next if !@w || $w[0] =~ /^#/;
		$used{ $w[1] } = $file if $w[0] =~ /^(?:title|(?:sub)?heading|text|lines|note|name|empty|item|whole)$/;
		$used{ $w[-1] } = $file
			if $w[0] eq 'largest' && @w > (($w[3] // '') eq 'of' ? 5 : 3);
		$heading{ $w[1] } = 1 if $w[0] eq 'fact';
		$block = $w[0] if $w[0] =~ /^(?:table|bars|list|each|outline|kwic|map|plot)$/;
		($kind, $n_column) = ($w[1], 0) if $w[0] eq 'plot';
		next if $w[0] ne 'column';
		my ($head) = /\shead (\S+)/;
		$heading{ $head // $w[1] } = 1
			if $block eq 'table' || $block eq 'plot' && $n_column++ =~ $shown{$kind};
		my ($cells) = /\scells (\S+)/;
		$used{$cells . $_} = $file for !$cells ? () : $cells eq 'chosen_' ? qw(yes no) : $cells eq 'c_' ? 'NA'
		    : $cells eq 'style_' ? added() : $cells eq 'kind_' ? kinds()
		    : $cells eq 'choice_' ? choices() : measures();
	}
}

# What stats -f counts writes of a part.
sub added {
	my ($list) = slurp('stages/measure/stats/units.c') =~ /added\[\] = \{(.*?)\}/s;
	return map { lc } $list =~ /TALLY_(\w+)/g;
}

# What robust tells of the pages, and what make sensitivity chooses otherwise.
sub kinds {
	return slurp('pipeline/changes/statements.txt') =~ /^  (?:say|among|order|axes|tree) (\w+)/mg;
}
sub choices {
	my ($list) = slurp('pipeline/formats/study.5') =~ /^The choices:\n(.*?)^\.El/ms;
	return map { split / , / } $list =~ /^\.It Cm (.*)/mg;
}

# What ranks writes of a speech.
sub measures {
	return map { map { /^(\w+)/ } split /,/, $_ =~ s/"\s+"//gr }
		slurp('stages/measure/ranks/ranks.c') =~ /^static const char \w+\[\] =\s+"(.*?)";/msg;
}

# Those that the code names; headings by what the study counts and is parted by.
for my $file (glob 'stages/show/common/*.c') {
	$used{$_} = $file for slurp($file) =~ /labels_find\([^;"]*"(\w+)"\)/g,
		slurp($file) =~ /press_label\([^;"]*"(\w+)"/g, slurp($file) =~ /:\s+"(nothing)"/g;
}
# Those that the page to walk in asks for, in its frame and in its scripts.
$used{$_} = 'explore.c' for slurp('stages/show/explore/explore.c') =~ /label_of\([^;"]*"(\w+)"\)/g;
for my $file (glob 'pipeline/explore/*.js') {
	my $script = slurp($file);
	$used{$_} = $file for $script =~ /\bsay\('(\w+)'[,)]/g,
		grep { exists $text{en}{$_} } $script =~ /'(\w+)'/g;
}
my %by = ('{PART}' => [qw(speaker year id party place source category title role gender group author)], '{COUNT}' => [qw(form stem lemma)]);
my %named = map { ("c_$_" => 1) } map { $by{$_} ? @{ $by{$_} } : $_ } keys %heading;

$named{"c_$_"} = 1 for qw(year month day), # {PERIOD:label}
	map({ split } slurp('pipeline/variables.mk') =~ /^CLASSES_OF_WORDS := (.*)/m), # {ONLY_OF:labels}
	map { m,([^/]+)\.txt$, } glob 'pipeline/stoplists/fr/*.txt'; # {LISTS_APART:labels}

my @unused = grep { !$used{$_} && !$named{$_} } sort keys %{ $text{en} };
check(!@unused, 'the pages use every label', join "\n", @unused);
my @missing = grep { !exists $text{en}{$_} } sort keys %used;
check(!@missing, 'every label that pages use is there', join "\n", map { "$_ ($used{$_})" } @missing);
my @bare = grep { !/^[{]/ && !$same{$_} && !exists $text{en}{"c_$_"} } sort keys %heading;
check(!@bare, 'every heading of a table and every fact has a label', join "\n", @bare);

# --- no line of a page is wider than a terminal ---

my @wide;
for my $file (glob 'reports/sample*/*.txt reports/sample*/sheets/*.txt') {
	my $page = slurp($file);
	utf8::decode($page);
	push @wide, map { "$file: $_" } grep { length > 80 } split /\n/, $page;
}
utf8::encode($_) for @wide;
check(!@wide, 'the lines of pages have 80 columns', join "\n", @wide);
plan();
END
