# faults.pl - every program against every fault that a filter can meet; called
# by tests/faults.t, which sets the environment: perl tests/faults.pl PROGRAM ...
# What a program reads is in tests/faults.tsv; there is no other code for one.
# LOCALES: the folder of de_DE.UTF-8 and fr_FR.UTF-8, empty if there is none.
use strict;
use warnings;
use Text::ParseWords ();

require './tests/tap.pl';

my $top = POSIX::getcwd();
my $T = $ENV{T};
my ($in, $out, $err) = map { "$T/$_" } qw(in out err);

# The writer's end of a pipe that nobody reads.
pipe my $reader, my $gone or die "pipe: $!\n";
close $reader;

# Run program P = {name, args, in, kind, columns} and keep what came of it: rc,
# err.  HOW may set in, out, env and more arguments.
sub try {
	my ($p, %how) = @_;
	$p->{rc} = run({ cmd => [ $p->{name}, @{ $how{args} // $p->{args} }, @{ $how{more} // [] } ],
		in => '/dev/null', out => $out, err => $err, folder => "$top/tests/faults", %how });
	$p->{err} = slurp($err);
	return;
}

# The last run ended with one of the statuses; not with 0 or by a closed pipe it
# says so on one line of stderr.
sub expect {
	my ($p, $statuses, $name) = @_;
	my $rc = $p->{rc};
	my @why;
	push @why, "exit $rc, want $statuses" if " $statuses " !~ / $rc /;
	push @why, 'signal ' . ($rc - 128) if $rc >= 128 && $rc != 141;
	push @why, "stderr is not one line '$p->{name}: ...'"
		if $rc != 0 && $rc != 141 && $p->{err} !~ /\A\Q$p->{name}\E: [^\n]+\n?\z/;
	return check(!@why, "$p->{name}: $name",
		join('; ', @why) . "\n" . substr $p->{err}, 0, 2000);
}

# The message of the last run is like that.
sub says {
	my ($p, $pattern, $name) = @_;
	return check(scalar($p->{err} =~ /$pattern/i), "$p->{name}: $name",
		"no '$pattern' in: " . substr $p->{err}, 0, 2000);
}

# Its output is that of the valid run.
sub same {
	my ($p, $name) = @_;
	my $good = slurp($out) eq $p->{valid};
	spew("$T/valid", $p->{valid}) if !$good;
	return check($good, "$p->{name}: $name, same output",
		$good ? undef : scalar `diff -u '$T/valid' '$out' | head -n 40`);
}

# --- inputs ---

# Number of the line to spoil: the last that begins with a letter or a digit
# (running text, a token, a row), else the last one.
sub spoilt_line {
	my (@lines) = @_;
	my ($last) = grep { $lines[ $_ - 1 ] =~ /^[A-Za-z0-9]/ } reverse 1 .. @lines;
	return $last // scalar @lines;
}

# The lines with something put after the first byte of line K.
sub with_byte {
	my ($byte, $k, @lines) = @_;
	substr($lines[ $k - 1 ], 1, 0) = $byte;
	return @lines;
}

# Write a file piece by piece: a small perl is quick to fork.
sub write_file {
	my ($name, $count, $piece, $head, $tail) = @_;
	open my $f, '>:raw', $name or die "$name: $!\n";
	print $f $head;
	print $f $piece->($_) for 1 .. $count;
	print $f $tail;
	close $f or die "$name: $!\n";
	return;
}

# A valid input too large for any pipe buffer, made from a tiny one: its
# speeches, or its last row, many times, under ids of their own.
sub enlarge {
	my ($name, $kind, @lines) = @_;
	if ($kind !~ /^(?:transcript|tokens)$/) {
		my $row = $lines[-1];
		return write_file($name, 30000, sub { $row =~ s/^[^\t;, \n]*/$&$_[0]/r },
			join('', @lines), '');
	}
	my ($first) = grep { $lines[$_] =~ /^<speech / } 0 .. $#lines;
	my $speeches = join '', splice @lines, $first;
	return write_file($name, 2000, sub {
		my ($i) = @_;
		$speeches =~ s/^<speech\b.*? id="\K/n$i-/mgr =~ s/^[a-z]+/$&$i/mgr;
	}, join('', @lines), '');
}

# Columns of a header line are called otherwise, so that the program misses
# them; all where none is named.
sub without_columns {
	my ($columns, $header, @lines) = @_;
	my %gone = map { $_ => 1 } split /,/, $columns;
	my $vrt = $header =~ s/^(<!-- #vrt positional-attributes: )//;
	my $start = $vrt ? $1 : '';
	$header =~ s/( -->)?\n\z//;
	my $end = $1 // '';
	my $by = $vrt ? ' ' : "\t";
	$header = join $by, map { !%gone || $gone{$_} ? "no_$_" : $_ } split /$by/, $header, -1;
	return ("$start$header$end\n", @lines);
}

# --- faults ---

# Options that every program has.
sub check_options {
	my ($p) = @_;
	try($p, args => ['-%']);
	expect($p, 2, 'unknown option');
	try($p, args => ['-h']);
	expect($p, 0, '-h');
	check(slurp($out) =~ /usage/i, "$p->{name}: -h prints the usage on stdout", slurp($out));
	try($p, args => ['-V']);
	expect($p, 0, '-V');
	check(slurp($out) =~ /[0-9]\.[0-9]/, "$p->{name}: -V prints its version", slurp($out));
	try($p, args => ['-h'], out => '/dev/full');
	expect($p, 3, '-h on a full device');
	return;
}

# stdout is full, closed or without a reader.
sub check_stdout {
	my ($p, $file, $size) = @_;
	try($p, in => $file, out => '/dev/full');
	expect($p, 3, "full device, $size input");
	try($p, in => $file, out => undef);
	expect($p, 3, "closed stdout, $size input");
	try($p, in => $file, out => $gone);
	expect($p, '3 141', "reader of stdout gone, $size input");
	return;
}

sub check_files {
	my ($p) = @_;
	try($p, in => '.');
	expect($p, 3, 'directory as stdin');
	try($p, more => ['.']);
	expect($p, 3, 'directory as file');
	try($p, more => ['no-such-file']);
	expect($p, 3, 'missing file');
	says($p, 'no-such-file', 'missing file is named');
	try($p, more => ['--', '-no-such-file']);
	expect($p, 3, 'missing file that begins with a hyphen, behind --');
	says($p, '-no-such-file', 'it is named');
	return skip("$p->{name}: unreadable file", 'root reads everything') if $> == 0;
	try($p, more => ["$T/unreadable"]);
	expect($p, 3, 'unreadable file');
	return;
}

# Run with these lines as its input.
sub try_lines {
	my ($p, @lines) = @_;
	spew($in, @lines);
	try($p, in => $in);
	return;
}

# Bytes and lines that no input may hold.
sub check_text {
	my ($p, @lines) = @_;
	my $k = spoilt_line(@lines);
	try($p);
	expect($p, 1, 'empty input');
	try_lines($p, with_byte("\0", $k, @lines));
	expect($p, 1, 'NUL byte');
	says($p, ":$k: .*NUL", 'NUL byte: line is told');
	try_lines($p, with_byte("\xe9", $k, @lines));
	expect($p, 1, 'not UTF-8');
	says($p, ":$k: .*byte 2([^0-9]|\$)", 'not UTF-8: line and byte are told');
	write_file($in, 272, sub { 'a' x 65536 }, join('', @lines[ 0 .. $k - 2 ]),
		join('', @lines[ $k - 1 .. $#lines ]));
	try($p, in => $in);
	expect($p, 1, 'line over 16 MiB');
	says($p, ":$k: ", 'line over 16 MiB: line is told');
	try_lines($p, map { s/\n/\r\n/r } @lines);
	expect($p, '0 1', 'CRLF');
	return;
}

# Structure of the vertical format.
sub check_vrt {
	my ($p, @lines) = @_;
	try_lines($p, @lines[ 0 .. spoilt_line(@lines) - 1 ]);
	expect($p, 1, 'input cut inside a speech');
	my %other = ('</p>' => '</speech>', '</speech>' => '</p>');
	try_lines($p, map { s,^</(?:p|speech)>,$other{$&},r } @lines);
	expect($p, 1, 'crossed tags');
	try_lines($p, @lines, "</speech>\n");
	expect($p, 1, 'tag closed that was not open');
	return;
}

# Same bytes without the last newline, and in any locale.
sub check_same {
	my ($p, @lines) = @_;
	try_lines($p, join('', @lines) =~ s/\n\z//r);
	expect($p, 0, 'no newline at the end');
	same($p, 'no newline at the end');
	for my $locale (qw(de_DE fr_FR)) {
		if ($ENV{LOCALES} eq '') {
			skip("$p->{name}: $locale", 'localedef cannot make it');
			next;
		}
		try($p, in => $p->{in}, env => { LOCPATH => $ENV{LOCALES},
			LC_ALL => "$locale.UTF-8", LANG => "$locale.UTF-8" });
		expect($p, 0, $locale);
		same($p, $locale);
	}
	return;
}

# The option --output: the same bytes, in a file that is there when it is whole.
sub check_output {
	my ($p) = @_;
	my $file = "$T/whole";
	unlink $file;
	try($p, in => $p->{in} // '/dev/null', args => [ "--output=$file", @{ $p->{args} } ]);
	expect($p, 0, '--output');
	check(-e $file && slurp($file) eq $p->{valid} && slurp($out) eq '',
		"$p->{name}: --output has what stdout had");
	check(!-e "$file.part", "$p->{name}: --output leaves nothing beside");
	return;
}

# It is not there where the program ends before.
sub check_no_output {
	my ($p) = @_;
	my $file = "$T/none";
	try($p, args => [ "--output=$file", @{ $p->{args} } ]);
	expect($p, 1, '--output of empty input');
	check(!-e $file && !-e "$file.part", "$p->{name}: --output leaves nothing where it fails");
	return;
}

sub check_filter {
	my ($p) = @_;
	my @lines = slurp($p->{in}) =~ /[^\n]*\n|[^\n]+\z/g;
	try($p, in => $p->{in});
	expect($p, 0, 'valid input');
	$p->{valid} = slurp($out);
	check($p->{valid} ne '', "$p->{name}: valid input gives output");
	check_output($p);
	check_no_output($p);
	check_stdout($p, $p->{in}, 'tiny');
	enlarge("$T/large", $p->{kind}, @lines);
	try($p, in => "$T/large");
	expect($p, '0 1', 'large input');
	check_stdout($p, "$T/large", 'large') if $p->{rc} == 0;
	check_files($p);
	check_text($p, @lines);
	check_same($p, @lines);
	my $vrt = $p->{kind} =~ /^(?:transcript|tokens)$/;
	check_vrt($p, @lines) if $vrt;
	my $any = $p->{columns} // '';
	return if "$p->{kind}:$any" =~ /^(?:tokens:-|table:-?|transcript:.*|text:.*)$/;
	try_lines($p, without_columns($any, @lines));
	expect($p, 1, 'missing column');
	return;
}

sub check_program {
	my ($name, $row) = @_;
	my (undef, $arguments, $kind, $input) = split /\t/, $row;
	my $p = { name => $name, in => "$top/tests/faults/$input" };
	$p->{args} = $arguments eq '-' ? [] : [ Text::ParseWords::shellwords($arguments =~ s/\$T\b/$T/gr) ];
	($p->{kind}, $p->{columns}) = split /:/, $kind, 2;
	check_options($p);
	if ($p->{kind} eq 'none') {
		try($p);
		expect($p, 0, 'valid run');
		$p->{valid} = slurp($out);
		$p->{in} = '/dev/null';
		check_output($p);
		return check_stdout($p, '/dev/null', 'no');
	}
	return check(0, "$name: kind '$kind' in tests/faults.tsv")
		if $p->{kind} !~ /^(?:transcript|tokens|table|text)$/;
	return check(0, "$name: tests/faults/$input is there") if !-s $p->{in};
	return check_filter($p);
}

spew("$T/unreadable");
chmod 0, "$T/unreadable";
$| = 1;
my %row = map { /^([^#\t]+)\t/ ? ($1 => $_) : () } split /\n/, slurp('tests/faults.tsv');
for my $name (@ARGV) {
	$row{$name} ? check_program($name, $row{$name}) :
		check(0, "$name: has a row in tests/faults.tsv");
}
plan();
