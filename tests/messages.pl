# messages.pl - the messages of the sources, one a line as the catalogue has them
# (pipeline/messages): formats of printf without the sizes of numbers.
# perl tests/messages.pl: what is in stages/ and pipeline/, sorted.
use strict;
use warnings;

# Which argument is the format, from 0.
my %format = (note => [0], note_more => [0], note_count => [1, 2], die_data => [2], die_usage => [0],
	opt_refuse => [1], err_said => [0], ERR_WORDS => [0], counts_note_size => [2], list_refuse => [1], bad => [1], refuse => [1], sketch_refuse => [1], tell_refuse => [1], findings_words => [1], findings_error => [4], findings_warning => [4]);
my (%macro, %said);

sub slurp {
	open my $in, '<', $_[0] or die "$_[0]: $!\n";
	local $/;
	my $s = <$in>;
	return $s;
}

# Literals and macros of literals, put together; undef for anything else.
sub literal {
	my ($s) = @_;
	my $text = '';
	while ($s =~ /\G\s*(?:"((?:[^"\\]|\\.)*)"|([A-Za-z_]\w*))/gc) {
		my ($part, $name) = ($1, $2 // '');
		$part //= $name =~ /^PRI([dux])/ ? $1 : $macro{$name};
		return if !defined $part;
		$text .= $part;
	}
	return if $s !~ /\G\s*$/gc;
	$text =~ s/\\n/\n/g;
	$text =~ s/\\(["\\])/$1/g;
	$text =~ s/\\x([0-9A-Fa-f]{2})/chr hex $1/ge;
	return $text;
}

# The arguments behind an opening bracket.
sub arguments {
	my ($s, $at) = @_;
	my ($depth, @all) = (1, '');
	while ($depth > 0) {
		pos($s) = $at;
		$s =~ /\G("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)'|.)/gcs or last;
		my $c = $1;
		$at = pos $s;
		$depth++ if $c =~ /^[(\[{]$/;
		$depth-- if $c =~ /^[)\]}]$/;
		last if !$depth;
		if ($c eq ',' && $depth == 1) { push @all, '' } else { $all[-1] .= $c }
	}
	return @all;
}

# The texts that an argument may be: of "a ? b : c" both.
sub texts {
	my ($s) = @_;
	my ($depth, $mark) = (0);
	while ($s =~ /("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)'|.)/gs) {
		my $c = $1;
		$depth++ if $c eq '(' || $c eq '[';
		$depth-- if $c eq ')' || $c eq ']';
		$mark = pos $s if $c eq '?' && !$depth && !defined $mark;
		return (texts(substr $s, $mark, pos($s) - $mark - 1), texts(substr $s, pos $s)) if $c eq ':' && !$depth && defined $mark;
	}
	my $text = literal($s);
	return defined $text ? ($text) : ();
}

sub sizeless { return $_[0] =~ s/(%[-+ #0-9.*]*)[hlLjztq]+/$1/gr }

sub add {
	my $text = sizeless($_[0]);
	my $words = $text =~ s/%[-+ #0-9.*]*[a-z]//gr;
	$said{$text} = 1 if $words =~ /[A-Za-z]{2}/ && $text !~ /^\$|^FORMAT$/; # (nor what holds one)
	return;
}

my $names = join '|', keys %format;
my @c = split /\n/, `find stages -name '*.[ch]' | sort`;
my %text = map { ($_ => slurp($_)) } @c;
for my $s (values %text) {
	$macro{$1} = $2 while $s =~ /^#define (\w+) ((?:"(?:[^"\\]|\\.)*"[ \t]*|[ \t]*\\\n\s*)+)/gm;
}
$_ = literal($_) // '' for values %macro;
for my $file (@c) {
	my $s = $text{$file};
	$s =~ s{/\*.*?\*/}{}gs;
	add(literal($1)) while $s =~ /\[FIND_\w+\] = \{"[^"]*", ([^}]*)\}/g; # kinds of check
	while ($s =~ /\b($names)\)?\(/g) {
		my ($name, $at) = ($1, pos $s);
		my @args = arguments($s, $at);
		next if $args[0] =~ /^\s*(?:const char|uint64_t|const struct) |^words$/;
		for my $text (map { texts($args[$_] // '') } @{ $format{$name} }) {
			$name =~ /^err_said$|^ERR_WORDS$/ && $text ne '' ? $said{ sizeless($text) } = 1 : add($text);
		}
	}
}
# What scripts and make say (messages.sh, variables.mk).
for my $file (glob 'pipeline/*.sh') {
	my $s = slurp($file);
	$s =~ s/^#.*//gm;
	while ($s =~ /\bT\("((?:[^"\\]|\\.)*)"\)|\bstop\("((?:[^"\\]|\\.)*)"\)|\b(?:say|tell)\((?:first|FNR|refer_at\[i\]), "((?:[^"\\]|\\.)*)"/g) {
		add(($1 // $2 // $3) =~ s/\\047/'/gr =~ s/\\(["\\])/$1/gr);
	}
	while ($s =~ /\b(?:tell|say|said|complain|told_each|(?:die|give_up) (?:[0-9]+|\$\(\(.*?\)\))|texts|value "\$\w+"(?! '')|value "[^']*(?:'' "[^"]*" |')'?[A-Z_ ]+'(?: \\?\s*)?|TEXTS) (?:\\\n\s*)?(?:'([^']*)'|"((?:[^"\\]|\\.)*)")/g) {
		add($1 // $2 =~ s/\\([\$"`\\])/$1/gr);
	}
}
for my $file (glob 'pipeline/*.mk') {
	my $s = slurp($file);
	$s =~ s/\\\n\s*//g;
	add($1) while $s =~ /\btell '([^']*)'/g;
	add($1) while $s =~ /\bvalue '\$\(STUDY\)' '[^']*' '[^']*' [A-Z]+ '([^']*)'/g;
	while ($s =~ /call\s+(?:refuse,[^,]*|told|fail),((?:[^,\n\$]|\$\$|\$\((?:comma|hash)\))*?)(?:,|\)+\s*$)/gm) {
		add($1 =~ s/\$\(comma\)/,/gr =~ s/\$\(hash\)/#/gr =~ s/\$\$/\$/gr);
	}
}
print map { "$_\n" } sort keys %said;
