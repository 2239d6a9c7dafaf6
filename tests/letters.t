#!/bin/sh
# Letters of options: every one that a program takes, with an argument or
# without, stands in tribune.7 once, and nothing else does; prints TAP.
set -u
. tests/tap.sh

exec perl -w - pipeline/tribune.7 stages/*/*/*.c stages/*/*.c <<'END'
use strict;
require './tests/tap.pl';

# "c: program" => 1: the letters of getopt(3), from the sources.
my $page = shift;
my (%taken, @usage);
for my $file (@ARGV) {
	my ($program) = $file =~ m,([^/]+)/\1\.c$, or next;
	my ($head) = slurp($file) =~ /struct opt_page page = \{(.*?)\};/s or next;
	my @strings = $head =~ /"((?:[^"\\]|\\.)*)"/g;
	my @letters = grep { !/[hqVv]/ } $strings[-1] =~ /[A-Za-z]:?/g;
	$taken{"$_ $program"} = 1 for @letters;
	my $flags = join '', sort qw(h q V v), grep { !/:/ && "@strings" !~ /-$_ \|/ } @letters;
	my ($told) = $strings[0] =~ /\[-([A-Za-z]+)\]/;
	push @usage, "$program: [-$told]" if $flags ne join '', sort split //, $told;
}

# The same, from the page; behind a letter's first entry stands a reason.
my ($list) = slurp($page) =~ /^\.Ss Letters\n(.*?)^\.El/ms;
my (%told, %seen, @twice, @bare);
for my $item (split /^\.It Fl /m, $list =~ s/^.*?(?=\.It Fl )//sr) {
	next if $item eq '';
	my ($letter, $rest, $text) = $item =~ /\A([A-Za-z])([^\n]*)\n(.*)\z/s;
	my $key = $letter . ($rest =~ /Ar/ ? ':' : '');
	push @bare, $item if $seen{$letter}++ && $text !~ /\(.+\):\n/s;
	for my $program (map { split /[ ,]+/ } $text =~ /^\.Ic (.*)/mg) {
		push @twice, "$key $program" if $told{"$key $program"}++;
	}
}

my @untold = sort grep { !$told{$_} } keys %taken;
my @gone = sort grep { !$taken{$_} } keys %told;
check(keys(%taken) > 200, 'programs have options');
check(!@untold, 'every letter of every program is in tribune.7', join "\n", @untold);
check(!@gone, 'no program is told to have a letter that it lacks', join "\n", @gone);
check(!@twice, 'a letter of a program has one meaning', join "\n", @twice);
check(!@usage, 'a usage has all letters without an argument', join "\n", @usage);
check(!@bare, 'an exception has its reason', join "\n", @bare);
plan();
END
