# tap.pl - what the tests in perl share: files, checks, and a program run with
# its three streams.  The environment is that of tests/tap.sh, with T.
use strict;
use warnings;
use POSIX ();

# Seconds by the clock that end a program which waits for something.  One that
# works is bounded by `ulimit -t`, as a machine may be busy.
use constant WAIT_LIMIT => 600;

sub slurp {
	my ($name) = @_;
	open my $f, '<:raw', $name or die "$name: $!\n";
	local $/;
	return <$f> // '';
}

sub spew {
	my ($name, @bytes) = @_;
	open my $f, '>:raw', $name or die "$name: $!\n";
	print $f @bytes;
	close $f or die "$name: $!\n";
	return;
}

my $n = 0; # checks so far

sub check { # good, name, why not
	my ($good, $name, $why) = @_;
	$n++;
	print $good ? '' : 'not ', "ok $n - $name\n";
	print $why =~ s/^/# /mgr =~ s/\n?\z/\n/r if !$good && defined $why;
	return $good;
}

sub skip { # name, reason
	my ($name, $reason) = @_;
	$n++;
	print "ok $n - $name # SKIP $reason\n";
	return;
}

sub plan {
	print $n ? "1..$n\n" : "1..0 # SKIP nothing to check yet\n";
	return;
}

# As standard stream FD the file: a name, an open handle, or undef: closed.
sub stream {
	my ($fd, $file, $flags) = @_;
	return POSIX::close($fd) if !defined $file;
	my $from = ref $file ? fileno $file : POSIX::open($file, $flags, 0666);
	defined $from or die "$file: $!\n";
	return if $from == $fd;
	POSIX::dup2($from, $fd) // die "$file: $!\n";
	POSIX::close($from);
	return;
}

# Run a command, {cmd, in, out, err, folder, env}: a list of words or, with the
# signs of the shell, one string.  The exit status, 128 + N for signal N.
sub run {
	my ($how) = @_;
	my @cmd = ref $how->{cmd} ? @{ $how->{cmd} } : $how->{cmd};
	my $pid = fork // die "fork: $!\n";
	if (!$pid) {
		my $write = POSIX::O_WRONLY | POSIX::O_CREAT | POSIX::O_TRUNC;
		stream(0, $how->{in}, POSIX::O_RDONLY);
		stream(2, $how->{err}, $write);
		stream(1, $how->{out}, $write);
		chdir $how->{folder} or die "$how->{folder}: $!\n" if $how->{folder};
		@ENV{ keys %{ $how->{env} } } = values %{ $how->{env} } if $how->{env};
		alarm WAIT_LIMIT;
		no warnings 'exec';
		exec @cmd; # perl itself cuts a string at blanks, or calls sh -c
		POSIX::_exit(127);
	}
	waitpid $pid, 0;
	return $? & 127 ? 128 + ($? & 127) : $? >> 8;
}

1;
