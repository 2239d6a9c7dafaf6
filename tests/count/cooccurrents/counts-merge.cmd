# counts of two halves are those of the whole
half() { sed -n "1p; /<speech id=.$1/,/<.speech>/p" petit.vrt | cooccurrents -q -A -f counts -w $2; }
for w in 2 s; do
	half a $w >"$TMPDIR/a"
	half b $w >"$TMPDIR/b"
	merge "$TMPDIR/a" "$TMPDIR/b" >"$TMPDIR/ab"
	cooccurrents -q -A -f counts -w $w petit.vrt | cmp - "$TMPDIR/ab" && echo same
done
