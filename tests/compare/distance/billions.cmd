for m in labbe l1 cosine chi2 js hellinger jaccard delta; do
	distance -q -M $m billions.tsv | cut -f 1-3 | sed 1d
done
