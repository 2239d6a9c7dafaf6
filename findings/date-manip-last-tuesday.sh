#!/bin/sh
# Date::Manip takes « mardi dernier » for the last Tuesday of the year, which is as a rule
# still to come; « mardi dernière », which is bad grammar, is last week's.
# Versions: libdate-manip-perl 6.91-1 (Debian 12), its French.
#
# Of the French words for "last" the feminine alone means the one before; the masculine,
# the gender of all seven days, means the last of a month or of a year: of this year where
# none is named.  So on 6 February 2024 « lundi dernier » is 30 December 2024.  If
# the year ends on the day that was asked for it is the one a week earlier: Tuesday 24,
# though the 31st is a Tuesday.  « mardi précédent » and English are right.
#
# The manual says that the last weekday of a year may be read in languages other than
# English.  One would have guessed that it takes a year to ask for it (« dernier mardi de
# 2024 »), and that the gender of an adjective does not part the past from the future.
#
# Why it matters: speakers date what they answer by the weekday (mardi dernier, vous
# avez refusé).  Each such date is valid, parsed without a warning, and as much as eleven
# months after the sitting, among the promises.
set -eu
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
cd "$T"
apt-get -q download libdate-manip-perl=6.91-1 >log 2>&1 || {
	cat log >&2
	exit 1
}
for deb in ./*.deb; do dpkg-deb -x "$deb" .; done
cat >last.pl <<'PL'
use strict;
use warnings;
use utf8;
use lib "usr/share/perl5";
use Date::Manip::Date;
binmode STDOUT, ":utf8";
for (["French", "mardi dernier"], ["French", "lundi dernier"], ["French", "dernier vendredi"],
     ["French", "mardi dernière"], ["French", "mardi précédent"], ["French", "mardi prochain"],
     ["French", "dernier mardi de juin 2024"], ["French", "dernier mardi de décembre 2024"],
     ["English", "last tuesday"], ["English", "last monday"]) {
	my ($language, $text) = @$_;
	my $date = Date::Manip::Date->new;
	$date->config("Language", $language, "SetDate", "now,Europe/Paris",
		"ForceDate", "2024-02-06-12:00:00,Europe/Paris");
	print "$text\t", $date->parse($text) ? "none" : $date->printf("%Y-%m-%d"), "\n";
}
PL
/usr/bin/perl last.pl | tee seen
cat >want <<'SEEN'
mardi dernier	2024-12-24
lundi dernier	2024-12-30
dernier vendredi	2024-12-27
mardi dernière	2024-01-30
mardi précédent	2024-01-30
mardi prochain	2024-02-13
dernier mardi de juin 2024	2024-06-25
dernier mardi de décembre 2024	2024-12-31
last tuesday	2024-01-30
last monday	2024-02-05
SEEN
cmp want seen
