# same.sh - many pairs of files compared by one process: a cmp for each takes most of the
# time of a test of small things.  Sourced behind tests/tap.sh, from which it has T.
# shellcheck shell=sh
pairs=0
out=

# What is written to $out next is to be the bytes of WANT.
same() { # LIST WANT LABEL
	pairs=$((pairs + 1))
	out=$T/pair.$pairs
	printf '%s\t%s\t%s\n' "$out" "$2" "$3" >>"$T/$1"
}

# The labels of those in the list of which one is not there or differs.
differing() { # LIST
	perl -e '
	sub slurp {
		open my $f, "<:raw", $_[0] or return undef;
		local $/;
		return <$f> // "";
	}
	while (<>) {
		chomp;
		my ($got, $want, $label) = split /\t/, $_, 3;
		my ($x, $y) = (slurp($got), slurp($want));
		print "$label\n" if !defined $x || !defined $y || $x ne $y;
	}' "$T/$1"
}

none_differs() { # LIST NAME
	is "$(differing "$1")" '' "$2"
}

# A check for each pair of the list, its label the name.
each_same() { # LIST
	differing "$1" >"$T/differing"
	while IFS='	' read -r got want label; do
		if [ -s "$T/differing" ] && grep -qxF -e "$label" "$T/differing"; then
			fail "$label" "$(diff -u "$want" "$got" | head -n 40)"
		else
			pass "$label"
		fi
	done <"$T/$1"
}
