awk 'BEGIN { OFS = "\t"; print "part", "form", "freq"
	for (i = 0; i < 1100; i++) for (k = 0; k < 29; k++) {
		w = (i * 7 + 37 * k) % 1100
		print "p" i, "w" w, 1 + (i % 3 == w % 3) * 2 + (i % 5 == w % 5)
	} }' >$TMPDIR/t
factors -m 1 -k 3 -E $TMPDIR/e $TMPDIR/t | awk -F '\t' 'NR > 1 {
	n[$1]++; m[$1] += $4; ctr[$1] += $8; x = $4 * $7; sum[$1] += x }
	END { for (k in n) print k, n[k], m[k], ctr[k], sum[k] ^ 2 < 1e-12 }' | sort
cut -f 1-2 $TMPDIR/e
factors -m 1 -k 2 -i 0 -E $TMPDIR/e $TMPDIR/t | sed -n '2p;$p'
cat $TMPDIR/e
