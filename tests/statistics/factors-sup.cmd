# tolerance 1e-5
factors -q -m 1 -k 4 -x h -x c -X factors-sup-terms.txt -b camp \
	-d factors-sup-speeches.tsv factors-sup.tsv | cut -f 1,2,6-18
