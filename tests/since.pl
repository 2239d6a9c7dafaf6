# since.pl - what of make check-san a change since a commit may touch; called by
# tests/san.sh in the top folder:
#	perl tests/since.pl COMMIT BUILD TEST ...
# Prints lines `program NAME`, `unit NAME` and `test FILE`, or `all WHY`.  A program is
# touched where a source changed that is linked into it (by the symbols of what stands in
# BUILD, where all was built), a header of one, its cases or its row of faults; a unit
# test, where the parts that it includes were; another test, where it names such a
# program or none.
use strict;
use warnings;
use File::Find ();

my ($base, $build, @tests) = @ARGV;

# What no program under sanitizers reads, and words alone.
my $neutral = qr{^(?:reports|corpus|bench|findings|\.ci|tests/(?:coverage|fuzz))/|\.(?:md|[1-8])$
	|^pipeline/(?:changes|explore|labels|messages|pages|why)/|^pipeline/(?!build)[^/]+\.(?:sh|mk|txt)$
	|^tests/(?:since\.pl|lint\.sh)$|^(?:LICENSE|Makefile|\.gitignore|\.clang-.*)$}x;

# What every program meets.
my $every = qr{^tests/(?:(?:stages|faults|units)\.t|(?:cases|faults)\.pl|tap[^/]*|roots\.c|san\.sh|faults/.*)$};

sub lines_of {
	my (@command) = @_;
	open my $f, '-|', @command or die "since.pl: $command[0]: $!\n";
	my @lines = <$f>;
	close $f or exit 3;
	chomp @lines;
	return @lines;
}

sub slurp {
	my ($name) = @_;
	open my $f, '<', $name or return '';
	local $/;
	return <$f> // '';
}

sub all {
	print "all @_\n";
	exit 0;
}

# --- what is linked into what ---

my (%defines, %needs, %sources);

# The sources of an object or a unit test, as the compiler told make.
sub sources_of {
	my ($d) = @_;
	my ($list) = slurp($d) =~ /\A[^:]*:((?:[^\n]*\\\n)*[^\n]*)/ or all("$d is not there");
	return grep { $_ ne '\\' } split ' ', $list;
}

sub read_objects {
	my @objects;
	File::Find::find({ no_chdir => 1, wanted => sub { push @objects, $_ if /\.o$/ } }, "$build/obj");
	@objects = grep { s,^\Q$build\E/obj/,,r =~ s,\.o$,.c,r =~ /(.*)/ && -f "stages/$1" } sort @objects;
	@objects or all("nothing is built in $build");
	for (lines_of('nm', '-A', @objects)) {
		my ($o, $type, $name) = /^(\S+):[0-9a-f]* +([A-Za-z]) (\S+)$/ or next;
		push @{ $needs{$o} }, $name if $type =~ /[Uwv]/;
		push @{ $defines{$name} }, $o if $type =~ /[A-V]/ && $type ne 'U' || $type eq 'W';
	}
	$sources{$_} = [ sources_of(s/\.o$/.d/r) ] for @objects;
	return @objects;
}

# Program of an object's folder, or undef: a library's.
sub owner {
	my ($o) = @_;
	my ($folder, $name) = $o =~ m,^\Q$build\E/obj/(.*?([^/]+))/[^/]+$,;
	return -f "stages/$folder/$name.c" ? $name : undef;
}

# All objects that these bring with them.
sub closure {
	my (@from) = @_;
	my %in = map { $_ => 1 } @from;
	my ($first) = grep { defined } map { owner($_) } @from;
	while (defined(my $o = shift @from)) {
		for my $name (@{ $needs{$o} // [] }) {
			for my $other (@{ $defines{$name} // [] }) {
				my $own = owner($other);
				next if defined $own && (!defined $first || $own ne $first);
				push @from, $other if !$in{$other}++;
			}
		}
	}
	return keys %in;
}

# --- what changed ---

my %changed = map { $_ => 1 } lines_of('git', 'diff', '--name-only', $base, '--'),
	lines_of('git', 'ls-files', '-o', '--exclude-standard');
my @objects = read_objects();
my %own;
for my $o (@objects) {
	my $p = owner($o);
	push @{ $own{$p} }, $o if defined $p;
}
my (%program, %unit, %test);

sub touched {
	my (@from) = @_;
	return scalar grep { $changed{$_} } map { @{ $sources{$_} } } closure(@from);
}

for my $p (keys %own) {
	$program{$p} = 1 if touched(@{ $own{$p} });
}
my @units = glob 'tests/*/*/*.c tests/*/*/*/*.c';
for my $u (@units) {
	my $name = $u =~ s,^tests/,,r =~ s,\.c$,,r;
	my @includes = sources_of("$build/tests/$name.d");
	my %from = map { $_ => 1 } grep { $sources{$_} } map { s,^stages/(.*)\.[ch]$,$build/obj/$1.o,r } @includes;
	my ($p) = $name =~ m,([^/]+)/[^/]+$,;
	$from{$_} = 1 for @{ $own{$p} // [] };
	$unit{$name} = 1 if (grep { $changed{$_} } @includes) || touched(sort keys %from);
}
my %is_test = map { $_ => 1 } @tests;
my %is_unit = map { $_ => 1 } @units;
for my $f (sort keys %changed) {
	next if $f =~ $neutral || $f =~ m,^stages/.*\.[ch]$, || $is_unit{$f};
	if ($f eq 'tests/faults.tsv') {
		/^[+]([^#\t+]+)\t/ && $own{$1} and $program{$1} = 1
			for lines_of('git', 'diff', '-U0', $base, '--', $f);
	} elsif ($f =~ m,^tests/(?:[^/]+/)?([^/]+)/[^/]+$, && $own{$1}) {
		$program{$1} = 1;
	} elsif ($is_test{$f} && $f !~ $every) {
		$test{$f} = 1;
	} elsif ($f =~ m,^tests/(?:([^/]+)/.*|([^/]+))$, && $f !~ $every) {
		my $part = quotemeta($1 // $2);
		$test{$_} = 1 for grep { slurp($_) =~ m,\btests/$part\b, } @tests;
	} else {
		all("$f changed");
	}
}
for my $t (grep { $_ !~ $every } @tests) {
	my %named = map { $_ => 1 } grep { $own{$_} } slurp($t) =~ /[\w-]+/g;
	$test{$t} = 1 if !%named || grep { $program{$_} } keys %named;
}
print map { "program $_\n" } sort keys %program;
print map { "unit $_\n" } sort keys %unit;
print map { "test $_\n" } sort keys %test;
