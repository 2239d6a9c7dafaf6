# coverage.pl UNREACHED - adds up what gcov says of every source (gcov -t on
# standard input): a table by room and program, TSV; the lines that were not
# reached as FILE:LINE: TEXT into UNREACHED.
use strict;
use warnings;

# stages/ROOM/PROGRAM, or the room of lib.
sub place_of {
	my ($file) = @_;
	return $1 if $file =~ m,^(stages/lib/(?:lang/)?[^/]+)/,;
	return $1 if $file =~ m,^(stages/[^/]+/[^/]+)/, || $file =~ m,^(stages/[^/]+)/,;
	return;
}

sub percent {
	my ($part, $whole) = @_;
	return $whole ? sprintf('%.1f', 100 * $part / $whole) : 'NA';
}

my ($to) = @ARGV;
defined $to or die "usage: gcov -t ... | perl coverage.pl UNREACHED\n";
my (%count, %text, $file);
while (my $line = <STDIN>) {
	chomp $line;
	my ($n, $number, $text) = $line =~ /^\s*([^:]+):\s*([0-9]+):(.*)$/ or next;
	if ($number == 0) {
		$file = $1 if $text =~ /^Source:(.*)/;
		$file =~ s,^.*/(?=stages/),,;
		next;
	}
	next if $n eq '-' || !defined place_of($file);
	my $reached = $n =~ /^[0-9]/ ? 1 : 0;
	$count{$file}{$number} ||= $reached;
	$text{$file}{$number} = $text;
}
my (%lines, %reached);
open my $out, '>', $to or die "coverage.pl: $to: $!\n";
for my $f (sort keys %count) {
	my $place = place_of($f);
	for my $number (sort { $a <=> $b } keys %{ $count{$f} }) {
		$lines{$_}++ for $place, 'all';
		if ($count{$f}{$number}) {
			$reached{$_}++ for $place, 'all';
		} else {
			print {$out} "$f:$number: $text{$f}{$number}\n";
		}
	}
}
close $out or die "coverage.pl: $to: $!\n";
print "place\tlines\treached\tpercent\n";
for my $place ((sort grep { $_ ne 'all' } keys %lines), 'all') {
	my $r = $reached{$place} // 0;
	print join("\t", $place, $lines{$place}, $r, percent($r, $lines{$place})), "\n";
}
