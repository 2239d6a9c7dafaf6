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

# Run a command in a process of perl's own, as run() tells.
sub run_alone {
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

# --- a small shell that runs one command after another ---

# A perl is large, and to fork it costs three times what the shell's fork does,
# which is most of the time of a program that reads ten lines.
my ($shell, $to_shell, $status, %env);
my $top = POSIX::getcwd();

sub start_shell {
	pipe my $read, $to_shell or die "pipe: $!\n";
	pipe $status, my $write or die "pipe: $!\n";
	$shell = fork // die "fork: $!\n";
	if (!$shell) {
		POSIX::dup2(fileno $read, 0);
		POSIX::dup2(fileno $write, 9);
		no warnings 'exec';
		exec 'sh';
		POSIX::_exit(127);
	}
	close $read;
	close $write;
	select((select($to_shell), $| = 1)[0]);
	%env = %ENV;
	return;
}

# Its time is that of the test.
END {
	my $rc = $?;
	close $to_shell if $shell;
	waitpid $shell, 0 if $shell;
	$? = $rc;
}

# As one word for the shell.
sub quoted { return $_[0] =~ m,\A[\w./=:%+@^-]+\z, ? $_[0] : "'" . $_[0] =~ s/'/'\\''/gr . "'" }

# End what the shell waits for, and what that has started.
sub end_children {
	my ($pid) = @_;
	for my $child (split ' ', eval { slurp("/proc/$pid/task/$pid/children") } // '') {
		end_children($child);
		kill 'ALRM', $child;
	}
	return;
}

# Does a command that the shell runs itself, not in another one, leave it as it was? One
# program does, and so do those of a pipeline: a shell more is a fork more.
sub leaves_alone {
	my ($cmd) = @_;
	$cmd =~ s/'[^'\n]*'|"[^"\n`\\]*"|[12]?>&[12]/x/g;
	return $cmd =~ m/\A[a-z-]+ [^\n;&(){}`#\\'"]*\z/ && $cmd !~ /\|\|/ &&
		($cmd =~ /\|/ || -x "$ENV{B}/bin/" . $cmd =~ s/ .*//sr);
}

# Run a command, {cmd, in, out, err, folder, env}: a list of words or, with the
# signs of the shell, one string; a stream is the name of a file, or undef:
# closed; both: that of out and err.  The exit status, 128 + N for signal N.
sub run {
	my ($how) = @_;
	return run_alone($how) if ref $how->{out} || !$how->{folder};
	start_shell() if !$shell;
	my $script = 'cd ' . quoted($how->{folder} =~ m,^/, ? $how->{folder} : "$top/$how->{folder}") . "\n";
	for my $k (grep { !defined $env{$_} || $env{$_} ne $ENV{$_} } sort keys %ENV) {
		$script .= "export $k=" . quoted($env{$k} = $ENV{$k}) . "\n";
	}
	my $set = join '', map { "$_=" . quoted($how->{env}{$_}) . ' ' } sort keys %{ $how->{env} // {} };
	my $cmd = ref $how->{cmd} ? $set . join ' ', map { quoted($_) } @{ $how->{cmd} } :
		$how->{cmd} =~ m,\A[\w./:%+@^-][\w ./=:%+@^-]*\z, ? $set . $how->{cmd} :
		!$set && leaves_alone($how->{cmd}) ? "{\n$how->{cmd}\n}" :
		"(\n" . ($set && "export $set\n") . "$how->{cmd}\n)";
	my ($in, $out, $err) = map { defined $how->{$_} ? quoted($how->{$_}) : '&-' } qw(in out err);
	($out, $err) = (quoted($how->{both}), '&1') if $how->{both};
	print $to_shell "$script$cmd <$in >$out 2>$err 9>&-\necho \$? >&9\n";
	local $SIG{ALRM} = sub { end_children($shell) };
	alarm WAIT_LIMIT;
	my $rc = <$status>;
	alarm 0;
	return $rc + 0 if defined $rc;
	waitpid $shell, 0; # it cannot read the command
	$shell = undef;
	return run_alone($how);
}

1;
