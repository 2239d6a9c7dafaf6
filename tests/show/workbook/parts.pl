# parts.pl WORKBOOK [MEMBER ...] - the members of a workbook, their XML with a line
# for each row, cell and what is to be seen; the names of all if none is given.
use strict;
use warnings;
use IO::Uncompress::Unzip;

my ($file, @members) = @ARGV;
if (!@members) {
	my $u = IO::Uncompress::Unzip->new($file) or die "$file: no archive\n";
	do {
		print $u->getHeaderInfo->{Name}, "\n";
	} while ($u->nextStream > 0);
}
for my $name (@members) {
	my $u = IO::Uncompress::Unzip->new($file, Name => $name) or die "$name: not there\n";
	local $/;
	print $u->getline =~ s/\n<worksheet/<worksheet/r
		=~ s/(?=<(?:row|c|cols|col|sheetViews|sheetData|autoFilter|sheet|definedName)[ >])/\n/gr;
}
