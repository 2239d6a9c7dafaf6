for m in labbe l1 cosine chi2 js js-divergence hellinger jaccard; do
	distance -q -M $m equal.tsv | cut -f 1-3
done
