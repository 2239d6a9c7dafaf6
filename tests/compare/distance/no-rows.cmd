# parts with words, none of which has a row
for m in labbe l1 cosine chi2 js hellinger jaccard delta delta-cosine; do
	distance -q -M $m no-rows.tsv | cut -f 3-8 | sed 1d
done
