# cases.pl - golden cases: what a program is given and what it gives, read and
# run.  Called by tests/stages.t and tests/regen.sh, which set the environment:
#	perl tests/cases.pl run [NAME ...]	TAP, a check a case
#	perl tests/cases.pl golden NAME ...	writes what happens now
#	perl tests/cases.pl commands NAME ...	the commands alone
# NAME is a program, its folder, or a case: ngrams, tests/count/ngrams,
# tests/count/ngrams/two-sizes.  Without names: all.
#
# The cases of a program stand in tests/ROOM/PROGRAM/cases, one after another,
# each as a session at a terminal looks:
#
#	# Comments and empty lines stand before a case.
#	== sizes-bad
#	$ ngrams -n 0 small.vrt
#	! ngrams: option -n: '0' is not a size from 1 to 9, or two as 1-3
#	? 2
#
#	== from-stdin
#	$ read-text -q |
#	> grep -v '^<'
#	< Titre : Un
#	<
#	< La loi.
#	La loi.
#
# `== ` names the case, `$ ` is its command and `> ` goes on with it, `< ` is a
# line of standard input (none: it is empty), `! ` a line of standard error,
# `? ` the exit status where it is not 0; every other line is standard output.
# They stand in this order.  The command runs in the folder of its file by
# `sh -c`; files beside it are there for what several cases read, for other
# tests and for what is long or not text.  $TMPDIR, each program's own, is for what
# a case writes;
# if it reads $TMPDIR/CASE.out, that is the output shown for the other case.
#
# Bytes that nobody would see are written out: after `\ ` (behind the sign of
# the line) a line has the escapes \\, \t, \r, \xHH, \uHHHH, and \c at the end
# where the last line has no newline.  So do lines of output that begin as
# those above, with a sign and a blank; an empty last line of output is `\`.
#
# A case's time is bounded by `ulimit -t`, in seconds of the processor.
use strict;
use warnings;
use Encode ();

require './tests/tap.pl';

# Characters of no width, blanks that look like one, marks on a letter.
my $UNSEEN = qr/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Mn}\p{Me}]|(?! )\p{Zs}/;
my $SIGN = qr/^(?:==|[#\$><!?\\])(?: |$)/;

# --- the form ---

sub escape_byte {
	my ($c) = @_;
	my %short = ("\\" => '\\\\', "\t" => '\\t', "\r" => '\\r');
	return $short{$c} // sprintf '\\x%02x', ord $c;
}

sub escape {
	my ($bytes) = @_;
	my $s = Encode::decode('UTF-8', $bytes,
		sub { join '', map { chr(0x110000 + $_) } @_ });
	$s =~ s/([\x{110000}-\x{1100ff}])|([\x00-\x1f\x7f\\])|($UNSEEN)/
		defined $1 ? sprintf '\\x%02x', ord($1) - 0x110000 :
		defined $2 ? ($2 eq "\t" ? $2 : escape_byte($2)) :
		ord $3 > 0xffff ? $3 : sprintf '\\u%04x', ord $3/gex;
	$s =~ s/([ \t])$/escape_byte($1)/e;
	return Encode::encode('UTF-8', $s);
}

sub unescape {
	my ($s) = @_;
	my %short = ("\\" => "\\", t => "\t", r => "\r");
	$s =~ s/\\(?:([\\tr])|x([0-9a-f]{2})|u([0-9a-f]{4})|(.|$))/
		defined $4 ? die "unknown escape \\$4\n" :
		defined $1 ? $short{$1} : defined $2 ? chr hex $2 :
		Encode::encode('UTF-8', chr hex $3)/gex;
	return $s;
}

sub needs_escape {
	my ($text, $sign) = @_;
	return 1 if $text =~ /[\x00-\x08\x0a-\x1f\x7f]|[ \t]$/;
	return 1 if $text =~ /^\\(?: |$)/ || $sign eq '' && $text =~ $SIGN;
	return 0 if $text !~ /[\x80-\xff]/;
	my $s = eval { Encode::decode('UTF-8', my $copy = $text, 1) } // return 1;
	return $s =~ /(?!\t)$UNSEEN/;
}

# Bytes as lines of a case, each with the sign of its kind.
sub lines_of {
	my ($sign, $bytes) = @_;
	my $open = $bytes ne '' && $bytes !~ /\n\z/;
	my @lines = map { s/\n\z//r } $bytes =~ /[^\n]*\n|[^\n]+\z/g;
	my $text = '';
	for my $i (0 .. $#lines) {
		my $end = $open && $i == $#lines ? '\\c' : '';
		my $line = $lines[$i];
		if ($end || needs_escape($line, $sign)) {
			$line = '\\ ' . escape($line) . $end;
		}
		$line = '\\' if $line eq '' && $sign eq '' && $i == $#lines;
		$text .= ($sign eq '' ? $line : $line eq '' ? $sign : "$sign $line") . "\n";
	}
	return $text;
}

# The bytes of one line of a case, its sign taken off.
sub bytes_of {
	my ($line) = @_;
	return "$line\n" if $line !~ /^\\(?: (.*))?$/s;
	my $text = $1 // '';
	my $end = $text =~ s/(?<!\\)((?:\\\\)*)\\c$/$1/ ? '' : "\n";
	return unescape($text) . $end;
}

# What a case gave, as its lines say it.
sub results {
	my ($case) = @_;
	return lines_of('', $case->{out}) . lines_of('!', $case->{err}) .
		($case->{rc} ? "? $case->{rc}\n" : '');
}

# A file of cases: {name, line, lead, head, cmd, in, out, err, rc}, lead and
# head as they are written; what follows the last case is the lead of a nameless
# one.  Dies of what is not the form.
sub parse {
	my ($file, $text) = @_;
	my %order = ('$' => 1, '>' => 2, '<' => 3, '' => 4, '!' => 5, '?' => 6);
	my (@cases, $case, $at);
	my ($lead, $number) = ('', 0);
	my $spoilt = sub { die "$file:$number: $_[0]\n" };
	$spoilt->('no newline at the end') if $text ne '' && $text !~ /\n\z/;
	for my $line (split /\n/, $text) {
		$number++;
		if ($line =~ /^#(?: |$)/ || $line eq '') {
			$lead .= "$line\n";
			undef $case if $line ne '';
			next;
		}
		if ($line =~ /^== ([A-Za-z0-9][A-Za-z0-9_.+-]*)$/) {
			$case = { name => $1, line => $number, lead => $lead,
				head => "$line\n", cmd => '', in => '', out => '',
				err => '', rc => 0 };
			push @cases, $case;
			($lead, $at) = ('', 0);
			next;
		}
		$case or $spoilt->('a line of no case');
		my ($sign, $rest) = ('', $line);
		($sign, $rest) = ($1, $2) if $line =~ /^([\$><!?])(?: (.*))?$/;
		$rest //= '';
		my $next = $order{$sign};
		$spoilt->("'$line' is out of order") if $next < $at ||
			($at == 0) != ($sign eq '$') || $sign eq '?' && $at == 6 ||
			$lead ne '' && ($at == 0 || $at > 4) || $line =~ /^==(?: |$)/;
		$case->{out} .= $lead;
		$lead = '';
		$at = $next;
		my $bytes = eval { bytes_of($rest) } // $spoilt->($@ =~ s/\n//r);
		$case->{head} .= "$line\n" if $at <= 3;
		if ($sign eq '?') {
			$rest =~ /^[0-9]+$/ or $spoilt->('no status');
			$case->{rc} = $rest;
		} else {
			my $key = $at <= 2 ? 'cmd' : $at == 3 ? 'in' : $at == 4 ? 'out' : 'err';
			$case->{$key} .= $bytes;
		}
	}
	my %seen;
	for my $c (@cases) {
		$number = $c->{line};
		$spoilt->("$c->{name} is there twice") if $seen{$c->{name}}++;
		$spoilt->("$c->{name} has no command") if $c->{cmd} eq '';
	}
	return (@cases, { name => '', lead => $lead });
}

# A file of cases as text.
sub unparse {
	return join '', map { $_->{lead} . ($_->{name} eq '' ? '' : $_->{head} . results($_)) } @_;
}

# --- running ---

# The case as it is now.
sub now {
	my ($folder, $case, $all) = @_;
	my ($in, $out, $err) = map { "$ENV{T}/$_" } qw(in out err);
	while ($case->{cmd} =~ m,\$TMPDIR/([\w.+-]+)\.out\b,g) {
		my ($other) = grep { $_->{name} eq $1 } @$all;
		spew("$ENV{TMPDIR}/$1.out", $other->{out}) if $other;
	}
	spew($in, $case->{in}) if $case->{in} ne '';
	my $rc = run({ folder => $folder, cmd => $case->{cmd} =~ s/\n\z//r,
		in => $case->{in} eq '' ? '/dev/null' : $in, out => $out, err => $err });
	return { %$case, rc => $rc, out => slurp($out), err => slurp($err) };
}

# The folder of what the cases of a program write: no other's.
sub own_folder {
	my ($folder) = @_;
	my $own = "$ENV{TMPDIR}/" . $folder =~ tr,/,-,r;
	mkdir $own;
	return $own;
}

# What is not as the case says, as a diff of its lines.
sub difference {
	my ($case, $now) = @_;
	spew("$ENV{T}/want", $case->{head} . results($case));
	spew("$ENV{T}/got", $now->{head} . results($now));
	my $diff = `diff -U 100 '$ENV{T}/want' '$ENV{T}/got'`;
	$diff =~ s/^(?:---|\+\+\+|@@) .*\n//mg;
	my @lines = split /\n/, $diff;
	my $more = @lines > 60 ? "\n[" . (@lines - 60) . ' more lines]' : '';
	splice @lines, 60 if $more;
	return join("\n", @lines) . $more;
}

# Is the case among the names?
sub chosen {
	my ($names, $folder, $case) = @_;
	my $found = !%$names;
	my ($room, $program) = $folder =~ m,([^/]+)/([^/]+)$,;
	for my $f ($folder, "$room/$program", $program) {
		for my $key ($f, "$f/$case") {
			$found = $names->{$key} = 1 if exists $names->{$key};
		}
	}
	return $found;
}

# Files of the folder that are of no use: the old form, or named by no case.
sub check_folder {
	my ($folder) = @_;
	my ($room, $program) = $folder =~ m,([^/]+)/([^/]+)$,;
	grep { -f "$_/$program/$program.c" } "stages/$room", 'stages' or
		check(0, "$folder: there is a program of this name");
	my @old = grep { m,/[^/]+\.(?:cmd|out|err|rc)$, } glob "$folder/*";
	check(0, "$folder: every case is in $folder/cases", join "\n", @old) if @old;
}

sub run_folder {
	my ($folder, $names) = @_;
	my @cases = eval { parse("$folder/cases", slurp("$folder/cases")) };
	return check(0, "$folder: cases can be read", $@ =~ s/\n\z//r) if $@;
	local $ENV{TMPDIR} = own_folder($folder);
	for my $case (@cases) {
		next if $case->{name} eq '' || !chosen($names, $folder, $case->{name});
		my $now = now($folder, $case, \@cases);
		my $good = $now->{rc} == $case->{rc} && $now->{out} eq $case->{out} &&
			$now->{err} eq $case->{err};
		check($good, "$folder/$case->{name}",
			$good ? undef : difference($case, $now));
	}
	check_folder($folder);
	return;
}

sub golden_folder {
	my ($folder, $names) = @_;
	my $text = slurp("$folder/cases");
	my @cases = parse("$folder/cases", $text);
	local $ENV{TMPDIR} = own_folder($folder);
	for my $case (@cases) {
		next if $case->{name} eq '' || !chosen($names, $folder, $case->{name});
		my $now = now($folder, $case, \@cases);
		print "$folder/$case->{name}: exit $now->{rc}\n";
		@$case{qw(out err rc)} = @$now{qw(out err rc)};
	}
	my $new = unparse(@cases);
	spew("$folder/cases", $new) if $new ne $text;
	return;
}

sub print_commands {
	my ($folder, $names) = @_;
	for my $case (parse("$folder/cases", slurp("$folder/cases"))) {
		print $case->{cmd} if $case->{name} ne '' &&
			chosen($names, $folder, $case->{name});
	}
	return;
}

sub main {
	my ($what, @names) = @_;
	my %do = (run => \&run_folder, golden => \&golden_folder,
		commands => \&print_commands);
	my $do = $do{$what // ''};
	if (!$do || $what eq 'golden' && !@names) {
		print STDERR "usage: perl tests/cases.pl run|golden|commands [name ...]\n";
		return 2;
	}
	my %names = map { s,/(?:cases)?$,,r => 0 } @names;
	$| = 1;
	for my $folder (map { s,/cases$,,r } glob 'tests/*/cases tests/*/*/cases') {
		my $program = $folder =~ s,.*/,,r;
		$do->($folder, \%names) if !@names ||
			grep { m,(?:^|/)\Q$program\E(?:/|$), } @names;
	}
	my @lost = grep { !$names{$_} } sort keys %names;
	if ($what eq 'run') {
		check(0, "$_: there is such a case") for @lost;
		plan();
		return 0;
	}
	print STDERR "cases.pl: $_: no such case\n" for @lost;
	return @lost ? 1 : 0;
}

exit main(@ARGV) if !caller;
1;
