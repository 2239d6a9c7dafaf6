# seed.pl - inputs of the fuzz harness, from the tests to it and back; their
# form is told in input.h.  From the top folder:
#	perl tests/fuzz/seed.pl make FOLDER [PROGRAM ...]
#		what the golden cases and tests/faults.tsv give to each program, as
#		FOLDER/PROGRAM/NAME; a pipe before it is run for what it gives
#	perl tests/fuzz/seed.pl show INPUT FOLDER
#		writes the files of an input to the folder, and prints the command
use strict;
use warnings;
use Cwd ();
use Text::ParseWords ();

require './tests/cases.pl';

my $MOST = 48 << 10;    # bytes of a seed

# Names as they are in the harness: it stands in one folder and has /tmp.
sub inner_name {
	my ($path) = @_;
	$path =~ s,^(?:\.\./)+,up/,;
	$path =~ s,^\./,,;
	return $path;
}

# The files that a word names: itself, or what is in it.
sub files_of {
	my ($path) = @_;
	return if $path =~ m,^(?:-|$|/),;
	return $path if -f $path;
	return grep { -f } glob "\Q$path\E/* \Q$path\E/*/*" if -d $path;
	return;
}

# An input; $made are files that are not on the disk.
sub input {
	my ($words, $stdin, $made) = @_;
	my ($s, %seen) = ('');
	for my $word (@$words) {
		my $w = inner_name($word);
		$s .= 'a ' . length($w) . "\n$w\n";
		my @paths = map { $made->{$_} ? $_ : files_of($_) }
			$word, $word =~ /=(.+)/, $word =~ m,^(.+)/,;
		for my $path (@paths) {
			my $bytes = $made->{$path} // slurp($path);
			my $name = inner_name($path);
			next if $seen{$name}++;
			$s .= 'f ' . length($name) . ' ' . length($bytes) . "\n$name$bytes\n";
		}
	}
	$s .= 'f 1 ' . length($stdin) . "\n-$stdin\n" if $stdin ne '';
	return $s;
}

sub write_seed {
	my ($to, $program, $name, $s) = @_;
	return if length $s > $MOST;
	mkdir "$to/$program";
	spew("$to/$program/$name", $s);
	return 1;
}

# The commands of a pipe; undef if the shell has more to do than that.
sub stages {
	my ($cmd) = @_;
	$cmd =~ s/\\\n//g;
	$cmd =~ s/\s+\z//;
	my @part = Text::ParseWords::parse_line('\s*\|\s*', 1, $cmd);
	return if grep { !defined || s/'[^']*'//gr =~ /[;&`()\n]/ } @part;
	return @part;
}

# The words of one command, with a file that it reads as standard input.
sub words_of {
	my ($command) = @_;
	my @words = Text::ParseWords::shellwords($command =~ s/\\(?=[^\s'"])/\\\\/gr);
	my ($in, @kept);
	while (defined(my $w = shift @words)) {
		if ($w =~ /^<(.*)/) {
			$in = $1 ne '' ? $1 : shift @words;
		} elsif ($w =~ /^[0-9]*>(.*)/) {
			shift @words if $1 eq '';
		} else {
			push @kept, $w;
		}
	}
	return ($in, @kept);
}

# What a case gives to the program of its folder, or undef.
sub seed_of {
	my ($program, $case, $all) = @_;
	my ($before, $stdin, %made) = ('', $case->{in});
	my ($first) = grep { /(?:^|\|)\s*\Q$program\E(?:\s|$)/ }
		Text::ParseWords::parse_line('\s*(?:&&|;)\s*', 1,
		$case->{cmd} =~ s,\$TMPDIR\b,/tmp,gr);
	my @stages = stages($first // return) or return;
	while (@stages && $stages[0] !~ /^\Q$program\E(?:\s|$)/) {
		$before .= ($before ne '' ? ' | ' : '') . shift @stages;
	}
	return if !@stages || $stages[0] =~ /\$/;
	for my $other (@$all) {
		$made{"/tmp/$other->{name}.out"} = $other->{out};
	}
	if ($before ne '') {
		spew("$ENV{T}/in", $stdin);
		$stdin = `( $before ) <"$ENV{T}/in" 2>/dev/null`;
	}
	my ($in, undef, @words) = words_of($stages[0]);
	$stdin = $made{$in} // (-f $in ? slurp($in) : '') if defined $in;
	return input(\@words, $stdin, \%made);
}

sub seeds_of_cases {
	my ($to, $file) = @_;
	my ($folder, $program) = $file =~ m,^(.*/([^/]+))/cases$,;
	my @cases = parse($file, slurp($file));
	my ($top, $n) = (Cwd::getcwd(), 0);
	chdir $folder or die "seed.pl: $folder: $!\n";
	for my $case (@cases) {
		next if $case->{name} eq '' || $case->{cmd} =~ /\s-(?:-help|-version|h|V)\b/;
		my $s = seed_of($program, $case, \@cases) // next;
		$n += write_seed($to, $program, $case->{name}, $s) // 0;
	}
	chdir $top or die "seed.pl: $top: $!\n";
	return "$program: $n of " . (@cases - 1);
}

sub seeds_of_faults {
	my ($to, @only) = @_;
	my @rows = map { [split /\t/] } grep { !/^#/ } split /\n/, slurp('tests/faults.tsv');
	chdir 'tests/faults' or die "seed.pl: tests/faults: $!\n";
	for my $row (@rows) {
		my ($program, $args, undef, $file) = @$row;
		next if @only && !grep { $_ eq $program } @only;
		my @words = grep { !/^-$/ } Text::ParseWords::shellwords($args =~ s/\$T/out/gr);
		my $stdin = -f $file ? slurp($file) : '';
		write_seed($to, $program, 'faults', input(\@words, $stdin, {}));
	}
	return;
}

sub make_seeds {
	my ($to, @only) = @_;
	mkdir $to;
	$to = Cwd::abs_path($to);
	for my $file (glob 'tests/*/*/cases') {
		my ($program) = $file =~ m,([^/]+)/cases$,;
		print seeds_of_cases($to, $file), "\n"
			if !@only || grep { $_ eq $program } @only;
	}
	seeds_of_faults($to, @only);
	return;
}

sub shell_word {
	my ($s) = @_;
	return $s if $s =~ m{^[\w./:=,+-]+$};
	$s =~ s/'/'\\''/g;
	return "'$s'";
}

sub show {
	my ($path, $dir) = @_;
	my $s = slurp($path);
	my ($command, $stdin) = ('', '');
	while ($s =~ /\G([af]) (\d+)[ \n]/gc) {
		my ($kind, $n) = ($1, $2);
		my $len = $kind eq 'f' && $s =~ /\G(\d+)\n/gc ? $1 : 0;
		my $word = substr $s, pos $s, $n;
		if ($kind eq 'a') {
			$command .= ' ' . shell_word($word);
		} elsif ($word !~ m,(?:^|/)\.\.(?:/|$), && $word !~ /\0/) {
			my $to = "$dir/" . ($word eq '-' ? '-' : $word);
			for (my $at = length $dir; ($at = index $to, '/', $at + 1) > 0;) {
				mkdir substr $to, 0, $at;
			}
			mkdir $dir;
			spew($to, substr $s, pos($s) + $n, $len);
			$stdin = ' <-' if $word eq '-';
		}
		pos $s += $n + $len + 1;
	}
	print "$command$stdin\n";
	return;
}

my ($what, @rest) = @ARGV;
if (@rest && $what eq 'make') {
	make_seeds(@rest);
} elsif (@rest == 2 && $what eq 'show') {
	show(@rest);
} else {
	die "usage: perl tests/fuzz/seed.pl make FOLDER ...|show INPUT FOLDER\n";
}
