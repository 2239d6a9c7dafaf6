# examples.pl - runs the examples of pages; called by tests/examples.t, which sets
# the environment: perl tests/examples.pl PAGE ...
use strict;
use warnings;
use File::Find ();
use File::Path ();
use Time::HiRes 'stat';

require './tests/tap.pl';

my $T = $ENV{T};
my $B = $ENV{B};
my $copy = "$T/copy";
my @times; # when each folder of $T/tree was changed
my @shells = ('sh', grep { in_path($_) } 'bash');

sub in_path {
	my ($tool) = @_;
	return scalar grep { -x "$_/$tool" } split /:/, $ENV{PATH};
}

# Do what the small shell does.
sub sh {
	my ($cmd) = @_;
	my $rc = run({ cmd => $cmd, folder => $T, in => '/dev/null', out => '/dev/null', err => "$T/err" });
	$rc == 0 or die "$cmd: " . slurp("$T/err");
	return;
}

# Makes $T/copy: links to a checkout, $T/tree, which is made anew where a command
# wrote into it; to make it is a copy of its own, the built files as links: a
# compiler writes new ones.
sub fresh_copy {
	my ($makes) = @_;
	File::Path::remove_tree($copy);
	mkdir $copy or die "$copy: $!\n";
	if ($makes) {
		sh("tar -xf '$T/tar' -C '$copy'");
		return if $B =~ m,^/,;
		my $top = POSIX::getcwd();
		return sh("mkdir -p '$copy/$B' && cd '$top/$B' && { cp -al obj *.a bin '$copy/$B/' 2>/dev/null || " .
			"cp -a obj *.a bin '$copy/$B/'; }");
	}
	# what is made or replaced changes its folder
	if (!@times || grep { ((stat $_->[0])[9] // '') ne $_->[1] } @times) {
		sh("rm -rf tree && mkdir tree && tar -xf tar -C tree");
		@times = ();
		File::Find::find({ no_chdir => 1, wanted => sub { push @times, [ $_, (stat)[9] ] if -d } }, "$T/tree");
		select undef, undef, undef, 0.02; # later than a tick of the file system's clock
	}
	symlink $_, "$copy/" . s,.*/,,r for glob "$T/tree/*";
	return;
}

# The work of studies that the examples made under one shell, taken over into the
# copy for the next one: make looks there what of it is as it would make it now, and
# the pages of the reports are made again.
sub take_work {
	my ($makes) = @_;
	my @work = map { chomp; $_ } `cd '$copy' && find . -path '*/build/study' -prune`;
	sh("mkdir -p '$T/work' && mv '$copy/$work[$_]' '$T/work/$_'") for 0 .. $#work;
	fresh_copy($makes);
	sh("mkdir -p '$copy/${\($work[$_] =~ s,/study$,,r)}' && mv '$T/work/$_' '$copy/$work[$_]'") for 0 .. $#work;
	return;
}

# The examples of a page, [FILE, LINE, COMMAND], in its copy.
sub try_page {
	my ($shell, $page, @examples) = @_;
	my $makes = grep { $_->[2] =~ /\bmake\b/ } @examples;
	if ($shell eq $shells[0] || !grep { $_->[2] =~ /\b(?:make|tribune reports)\b/ } @examples) {
		fresh_copy($makes);
	} else {
		take_work($makes);
	}
	for my $e (@examples) {
		my ($k, $line) = @$e;
		my $rc = run({ cmd => [ $shell, "$T/ex/$k.cmd" ], folder => $copy, in => '/dev/null', both => "$T/out" });
		my ($got, $want) = (slurp("$T/out"), slurp("$T/ex/$k.want"));
		my $bad = $rc >= 124 && $rc != 141;
		check(!$bad && $got eq $want, "$page:$line ($shell)", $bad ? "exit $rc\n$got" :
			$got eq $want ? undef : scalar `diff -u '$T/ex/$k.want' '$T/out' | head -n 40`);
	}
	return;
}

my @pages = grep { -f } @ARGV;
mkdir "$T/ex";
my %example;
open my $list, '-|', 'awk', '-v', "dir=$T/ex", '-f', 'tests/examples.awk', @pages or die "awk: $!\n";
while (<$list>) {
	chomp;
	my ($k, $page, $line) = split /\t/;
	push @{ $example{$page} }, [ $k, $line, slurp("$T/ex/$k.cmd") ];
}
close $list or die "awk: $?\n";
$| = 1;
for my $page (@pages) {
	my @lacks = grep { !in_path($_) } map { split ' ' } slurp($page) =~ /^\.\\" needs: (.*)/mg;
	if (@lacks) {
		skip($page, "not here: @lacks");
	} elsif ($example{$page}) {
		try_page($_, $page, @{ $example{$page} }) for @shells;
	} elsif ($page =~ /^stages/) {
		check(0, "$page: has an example");
	}
}
plan();
