# campaign.pl - a program with every call that the system may refuse refused, one
# after another (fail.c); called by campaign.sh and tests/faults.t, which set the
# environment: perl tests/faults/campaign.pl PROGRAM ...
# FAIL: fail.c as a library; BINS: the programs, linked to shared libraries; MOST:
# how many calls of a kind are refused in a run of tests/faults.tsv, IN_CASES: of a
# case; FIGURES: a file, a line a program is added.
#
# A run is a row of tests/faults.tsv, or a case of the program that is one command.
# It must end as it does without a fault, byte for byte, or with status 3 and a
# message; by a signal only where one was sent; and leave no file that is not whole.
use strict;
use warnings;
use Text::ParseWords ();

require './tests/tap.pl';
require './tests/cases.pl';

my $top = POSIX::getcwd();
my ($T, $FAIL, $BINS) = @ENV{qw(T FAIL BINS)};
my $MOST = $ENV{MOST} // 1000;
my $IN_CASES = $ENV{IN_CASES} // 6;
my @SIGNALS = (15, 2, 1, 13, 9);
my %ERROR = map { $_ => 1 } qw(alloc read write open close name seek child);
my ($box, $tmp) = ("$T/box", "$T/box/tmp");
my ($err, $count) = ("$T/err", "$T/count");
mkdir $box;
mkdir $tmp;
$ENV{PATH} = "$BINS:$ENV{PATH}";
$ENV{TMPDIR} = $tmp;

# ---- what is run ----

# The words of a command, if it is one command of words and no more.
sub words_of {
	my ($cmd) = @_;
	return if $cmd =~ /\n./ || $cmd =~ /TMPDIR|--output|\\/;
	my $bare = $cmd =~ s/'[^']*'//gr =~ s/"[^"\$`]*"//gr;
	return if $bare =~ /[|&;<>()\$`*?#~{}"'=]/ && $bare !~ /^[\w.\/-]+(?: +[\w.,:\/=!+@%-]+)*\s*$/;
	return Text::ParseWords::shellwords($cmd);
}

# Every run of a program: {what, cmd, in, folder, most}.
sub runs_of {
	my ($name, $row) = @_;
	my @runs;
	if (defined $row) {
		my (undef, $arguments, undef, $input) = split /\t/, $row;
		my @args = $arguments eq '-' ? () : Text::ParseWords::shellwords($arguments =~ s/\$T\b/$box/gr);
		push @runs, { what => "faults.tsv", cmd => [ $name, @args ], most => $MOST,
			in => $input eq '-' ? '/dev/null' : "$top/tests/faults/$input", folder => "$top/tests/faults" };
	}
	return @runs if !$IN_CASES;
	my ($file) = grep { -f } glob("tests/*/$name/cases tests/$name/cases");
	for my $case (parse($file, slurp($file))) {
		next if $case->{name} eq '';
		my @cmd = words_of($case->{cmd}) or next;
		next if $cmd[0] ne $name;
		my $in = '/dev/null';
		spew($in = "$T/in-$case->{name}", $case->{in}) if $case->{in} ne '';
		push @runs, { what => $case->{name}, cmd => \@cmd, in => $in, most => $IN_CASES,
			folder => "$top/" . $file =~ s,/cases$,,r };
	}
	return @runs;
}

# ---- what comes of it ----

# The files in the box, with their bytes.
sub boxed {
	my %is;
	my @folders = ($box);
	while (defined(my $folder = shift @folders)) {
		opendir my $d, $folder or next;
		for my $f (map { "$folder/$_" } grep { !/^\.\.?$/ } readdir $d) {
			if (-d $f) { push @folders, $f } else { $is{$f} = slurp($f) }
		}
	}
	return \%is;
}

sub sweep {
	unlink keys %{ boxed() };
	return;
}

# The program of a run, loaded, that waits for faults.
sub load {
	my ($run) = @_;
	my ($program, @args) = @{ $run->{cmd} };
	pipe my $asks, $run->{ask} or die "pipe: $!\n";
	pipe $run->{answer}, my $answers or die "pipe: $!\n";
	$run->{pid} = fork // die "fork: $!\n";
	if (!$run->{pid}) {
		POSIX::dup2(fileno $asks, 198);
		POSIX::dup2(fileno $answers, 199);
		chdir $run->{folder} or die "$run->{folder}: $!\n";
		@ENV{qw(LD_PRELOAD FAULT_PROGRAM FAULT_COUNT FAULT_SERVE)} =
			($FAIL, $program, $count, "$run->{in} $T/out $err");
		open STDERR, '>', $err;
		no warnings 'exec';
		exec $program, "--output=$box/whole", @args;
		POSIX::_exit(127);
	}
	$run->{ask}->autoflush(1);
	return;
}

# It ends.
sub unload {
	my ($run) = @_;
	close $run->{ask};
	waitpid $run->{pid}, 0;
	close $run->{answer};
	return;
}

# Run it with a fault; {rc, err, files}.
sub run_with {
	my ($run, $fault) = @_;
	local $SIG{PIPE} = 'IGNORE';
	print { $run->{ask} } $fault;
	my $n = sysread $run->{answer}, my $status, 4;
	return { rc => 127, err => slurp($err), files => {} } if !$n;
	$status = unpack 'i', $status;
	return { rc => $status & 127 ? 128 + ($status & 127) : $status >> 8, err => slurp($err), files => boxed() };
}

# Why that is not as it should be; undef if it is.
sub wrong {
	my ($run, $fault, $got) = @_;
	my $want = $run->{want};
	my ($signal) = $fault =~ /=(\d+)$/;
	my $files = join ' ', sort keys %{ $got->{files} };
	for my $f (keys %{ $got->{files} }) {
		next if defined $want->{files}{$f} && $want->{files}{$f} eq $got->{files}{$f};
		next if $f =~ /\.part$/ && defined $signal && $signal == 9;
		return "status $got->{rc}, $f is left, " . length($got->{files}{$f}) . " bytes";
	}
	return 'not the same' if $fault =~ /^(?:short|eintr)/ && $got->{rc} != $want->{rc};
	return if $got->{rc} == $want->{rc} && $got->{err} eq $want->{err} &&
		$files eq join ' ', sort keys %{ $want->{files} };
	return if defined $signal && $got->{rc} == 128 + $signal;
	return "status $got->{rc}" if $got->{rc} != 3;
	my $name = $run->{cmd}[0];
	return 'no message' if $got->{err} !~ /^\Q$name\E: .+: .+\n\z/m;
	# C++ and hunspell say their own before hunspell's caller may speak
	return 'a message of somebody else' if grep { !/^(?:\Q$name\E: |terminate called after|  what\(\)|error: .*: cannot open$)/ } split /\n/, $got->{err};
	return;
}

# Up to MOST numbers from 1 to N: all, or the first and some drawn.
sub numbers {
	my ($n, $most) = @_;
	return 1 .. $n if $n <= $most;
	my %at = map { $_ => 1 } 1 .. $most / 2;
	$at{ 1 + int(($_ * 0.6180339887 - int($_ * 0.6180339887)) * $n) } = 1 for 1 .. $most / 2;
	return sort { $a <=> $b } keys %at;
}

# The faults of a run that makes so many calls of each kind.
sub faults_of {
	my ($calls, $most) = @_;
	my @faults = ('short:1', 'short:7', 'eintr:2', 'eintr:3');
	for my $kind (grep { $ERROR{$_} } sort keys %$calls) {
		my $i = 0;
		for my $n (numbers($calls->{$kind}, $most)) {
			push @faults, "$kind:$n" if $most == $MOST || $i % 2 == 0;
			push @faults, "$kind:$n+" if $most == $MOST || $i % 2 == 1;
			$i++;
		}
	}
	my $i = 0;
	push @faults, "any:$_=" . $SIGNALS[ $i++ % @SIGNALS ] for numbers($calls->{any}, $most / 10 + 3);
	return @faults;
}

sub try_run {
	my ($run, $sum) = @_;
	sweep();
	unlink $count;
	load($run);
	$run->{want} = run_with($run, 'none:0');
	# (one that becomes another program does not tell them)
	my %calls = -s $count ? slurp($count) =~ /\t(\w+)=(\d+)/g : ();
	%calls = map { $_ => 12 } keys %ERROR, 'any' if !%calls && $run->{cmd}[0] eq 'tribune';
	if (!%calls) {
		unload($run);
		return check(0, "$run->{cmd}[0]: $run->{what}: calls are counted", $run->{want}{err});
	}
	sweep();
	my @found;
	for my $fault (faults_of(\%calls, $run->{most})) {
		my $got = run_with($run, $fault);
		my $why = wrong($run, $fault, $got);
		$sum->{faults}++;
		$sum->{ defined $why ? 'wrong' : $got->{rc} == $run->{want}{rc} ? 'same' : $got->{rc} > 128 ? 'signal' : 'told' }++;
		push @found, "$fault: $why: " . substr $got->{err}, 0, 300 if defined $why;
		sweep();
	}
	unload($run);
	check(!@found, "$run->{cmd}[0]: $run->{what}: faults are told",
		join("\n", "@{ $run->{cmd} } <$run->{in}", scalar(@found) . ' wrong', @found > 12 ? @found[ 0 .. 11 ] : @found));
	$sum->{runs}++;
	return;
}

$| = 1;
my %row = map { /^([^#\t]+)\t/ ? ($1 => $_) : () } split /\n/, slurp('tests/faults.tsv');
for my $name (@ARGV) {
	my %sum = map { $_ => 0 } qw(runs faults same told signal wrong);
	try_run($_, \%sum) for runs_of($name, $row{$name});
	next if !defined $ENV{FIGURES};
	open my $f, '>>', $ENV{FIGURES} or die "$ENV{FIGURES}: $!\n";
	print $f join("\t", $name, @sum{qw(runs faults same told signal wrong)}), "\n";
	close $f or die "$ENV{FIGURES}: $!\n";
}
plan();
