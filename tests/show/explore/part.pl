# part.pl ID ... - parts of a page of explore, unpacked; the codes as numbers
use strict;
use warnings;
use Compress::Raw::Zlib; # Compress::Zlib takes twice as long to load
use MIME::Base64;

my $page = do { local $/; <STDIN> };
for my $id (@ARGV) {
	my ($packed) = $page =~ m,<script type="text/plain" id="\Q$id\E">\n(.*?)</script>,s
		or print("no $id\n"), next;
	my $part = '';
	Compress::Raw::Zlib::Inflate->new->inflate(my $in = decode_base64($packed), $part) == Z_STREAM_END
		or die "$id: not whole\n";
	print "== $id\n" if @ARGV > 1;
	print $id eq 'codes' ? join(' ', numbers($part)) . "\n" : $part;
}

# Numbers of seven bits a byte, the least first.
sub numbers {
	my ($v, $bits, @all) = (0, 0);
	for my $byte (unpack 'C*', $_[0]) {
		$v |= ($byte & 0x7F) << $bits;
		$bits += 7;
		next if $byte & 0x80;
		push @all, $v;
		($v, $bits) = (0, 0);
	}
	return @all;
}
