# parts.pl WORKBOOK [MEMBER ...] - the members of a workbook, their XML with a line
# for each row, cell and what is to be seen; the names of all if none is given.
use strict;
use warnings;
use Compress::Raw::Zlib; # IO::Uncompress::Unzip takes thrice as long to load

my ($file, @members) = @ARGV;
open my $f, '<:raw', $file or die "$file: $!\n";
my $zip = do { local $/; <$f> };
my ($n, $at) = unpack 'v x4 V', $zip =~ /PK\x05\x06.{6}(.{10})/s ? $1 : die "$file: no archive\n";
my %member; # method, checksum, packed size and where its header stands, by the directory
for (1 .. $n) {
	my ($method, $sum, $packed, $name, @more) = unpack 'x10 v x4 V V x4 v v v', substr $zip, $at, 46;
	my $from = unpack 'V', substr $zip, $at + 42, 4;
	my $called = substr $zip, $at + 46, $name;
	print "$called\n" if !@members;
	$member{$called} = [ $method, $sum, $packed, $from ];
	$at += 46 + $name + $more[0] + $more[1];
}
for my $name (@members) {
	my ($method, $sum, $packed, $from) = @{ $member{$name} // die "$name: not there\n" };
	my ($called, $more) = unpack 'v v', substr $zip, $from + 26, 4;
	my $in = substr $zip, $from + 30 + $called + $more, $packed;
	my $xml = $in;
	if ($method) {
		my $i = Compress::Raw::Zlib::Inflate->new(-WindowBits => -MAX_WBITS);
		$i->inflate($in, $xml = '') == Z_STREAM_END or die "$name: not whole\n";
	}
	crc32($xml) == $sum or die "$name: another checksum\n";
	print $xml =~ s/\n<worksheet/<worksheet/r
		=~ s/(?=<(?:row|c|cols|col|sheetViews|sheetData|autoFilter|sheet|definedName)[ >])/\n/gr;
}
