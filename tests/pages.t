#!/bin/sh
# Every program has its page, cases, README row and row of faults, and every
# option is documented and used in a case; every page is clean; prints TAP.
# Given names, only these programs: sh tests/pages.t ngrams
set -u
. tests/tap.sh

exec perl -w - "$@" <<'END'
use strict;
require './tests/tap.pl';

# Pages of other packages that ours may name.
my $others = 'awk.1 bash.1 cat.1 cmp.1 cut.1 datamash.1 diff.1 file.1 git.1 grep.1
head.1 iconv.1 join.1 less.1 make.1 man.1 mandoc.1 mlr.1 pandoc.1 paste.1
pdftotext.1 R.1 sbatch.1
sed.1 sh.1 sort.1 tail.1 tar.1 tee.1 tr.1 uconv.1 uniq.1 wc.1 xargs.1 xmllint.1
cqp.1 iconv.3 regex.3 qsort.3 tsv.5 locale.7 man.7 mdoc.7 regex.7 utf-8.7';

my %only = map { $_ => 1 } @ARGV;
my @formats = glob 'pipeline/*.7 pipeline/formats/*.5';
my %known = map { s,.*/,,r => 1 } glob('stages/*/*.1 stages/*/*/*.1'), @formats, split ' ', $others;
my $readme = slurp('README.md');
my %faults = map { /^([^#\t]+)\t/ ? ($1 => 1) : () } split /\n/, slurp('tests/faults.tsv');

sub is { return check($_[0] eq $_[1], $_[2], "got $_[0], want $_[1]\n") }

# Sources of the programs: stages/ROOM/PROGRAM/PROGRAM.c, and stages/tribune/tribune.c.
sub programs {
	return grep { !m,^stages/lib/, && m,/([^/]+)/\1\.c$, } glob 'stages/*/*/*.c stages/*/*.c';
}

# The option letters of a program: the last string of its struct opt_page, and
# those that every program has.
sub option_letters {
	my ($source) = @_;
	my ($text) = slurp($source) =~ /struct opt_page page = (.*?)\};/s or return '';
	my @string = $text =~ /"([^"]*)"/g;
	return "$string[-1]hqVv";
}

# Option letters that a word of a command gives a program of these letters.
sub letters_of {
	my ($string, $word) = @_;
	my @used;
	for my $c (split //, $word) {
		my $k = index $string, $c;
		last if $c eq ':' || $k < 0;
		push @used, $c;
		last if substr($string, $k + 1, 1) eq ':';
	}
	return @used;
}

# Option letters that the cases of a program give it.
sub used_options {
	my ($program, $string, $cases) = @_;
	my (%used, $inside, $goes_on);
	for my $line (-f $cases ? split /\n/, slurp($cases) : ()) {
		my ($sign, $command) = $line =~ /^([\$>]) (.*)/ or next;
		$inside = 0 if $sign eq '$' || !$goes_on;
		$goes_on = $command =~ /\\$/;
		for my $word (split ' ', $command) {
			my $end = $word =~ /[;|&]$/;
			$word =~ s/^[\$("`{]+//;
			if ($word =~ m,(?:^|/)\Q$program\E$,) {
				$inside = 1;
			} elsif ($word =~ /^[|;&]+$/) {
				$inside = 0;
			} elsif ($inside && $word =~ /^-([A-Za-z0-9].*)/) {
				$used{$_} = 1 for letters_of($string, $1);
			}
			$inside = 0 if $end && $word !~ /^.'/;
		}
	}
	return %used;
}

sub check_options {
	my ($source, $page, $cases, $program) = @_;
	my $string = option_letters($source) or
		return check(0, "$program: has a struct opt_page that names its options");
	my %used = used_options($program, $string, $cases);
	my $text = -f $page ? slurp($page) : '';
	my @letters = split //, $string =~ tr/://dr;
	is(join('', map { " -$_" } grep { $text !~ /^\.It (?:.* )?Fl \Q$_\E(?: |$)/m } @letters), '',
		"$program: every option is in its page");
	is(join('', map { " -$_" } grep { !/[hVv]/ && !$used{$_} } @letters), '', # those are in faults.t
		"$program: every option is in a case");
	return;
}

sub check_program {
	my ($source) = @_;
	my ($folder, $p) = $source =~ m,^stages/(.*)/([^/]+)\.c$,;
	my $page = "stages/$folder/$p.1";
	my $cases = "tests/$folder/cases";
	if (check(-f $page, "$p: has a page", "no $page\n")) {
		my ($name) = slurp($page) =~ /^\.Nm (\S+)/m;
		is($name // '', $p, "$p: its page names it");
	}
	check(-f $cases && slurp($cases) =~ /^\$ /m, "$p: has a case", "none in $cases\n");
	check(scalar($readme =~ /^\|.*`\Q$p\E`/m), "$p: has a row in README.md");
	check($faults{$p}, "$p: has a row in tests/faults.tsv") if $p ne 'tribune';
	check_options($source, $page, $cases, $p);
	return;
}

# What mandoc says of each page.
sub lint {
	my @pages = @_;
	my %said = map { $_ => '' } @pages;
	open my $f, '-|', 'sh', '-c', 'mandoc -Tlint -W warning "$@" 2>&1', 'sh', @pages or die "mandoc: $!\n";
	while (<$f>) {
		my ($page) = /^mandoc: ([^:]+):/;
		$said{ defined $page && exists $said{$page} ? $page : $pages[0] } .= $_;
	}
	close $f;
	return %said;
}

sub check_pages {
	my @pages = grep { -f } @_ or return;
	my $mandoc = grep { -x "$_/mandoc" } split /:/, $ENV{PATH};
	my %said = $mandoc ? lint(@pages) : ();
	for my $page (@pages) {
		$mandoc ? is($said{$page}, '', "$page: mandoc lint") : skip("$page: mandoc lint", 'no mandoc');
		my $text = slurp($page);
		my ($title, $section) = $text =~ /^\.Dt (\S+) (\S+)/m;
		is(lc($title // '') . '.' . ($section // ''), $page =~ s,.*/,,r, "$page: .Dt agrees with the file name");
		is(join('', map { " $_" } grep { !$known{$_} } map { s/ +/./r } $text =~ /^\.Xr (\S+ +\S+)/mg), '',
			"$page: every page that it names exists");
	}
	return;
}

my @chosen = grep { !%only || $only{ m,([^/]+)\.c$, && $1 } } programs();
check_program($_) for @chosen;
check_pages(map { s/\.c$/.1/r } @chosen);
if (!%only) {
	check_pages(@formats);
	my %is_program = map { s,.*/,,r =~ s/\.c$//r => 1 } programs();
	check(0, "tests/faults.tsv: $_ is a program") for grep { !$is_program{$_} } sort keys %faults;
}
plan();
END
