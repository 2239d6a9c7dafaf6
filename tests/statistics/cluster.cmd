# tolerance 1e-5
echo "method	step	left	right	height	size"
for m in ward average complete; do
	name=$m
	[ $m != ward ] || name=ward.D2
	cluster -M $m cluster.tsv | cut -f 1-5 | sed "1d; s/^/$name	/"
	for k in 1 3 7 21; do
		cluster -M $m -k $k cluster.tsv |
			sed "1d; s/^/$name	cut	$k	/; s/\$/	/"
	done
done
