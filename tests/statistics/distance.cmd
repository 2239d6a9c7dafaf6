# tolerance 1e-5
for file in distance.tsv robespierre.tsv; do
	for m in labbe l1 cosine chi2 js-divergence js hellinger jaccard; do
		distance -q -M $m $file | cut -f 1-8 | sed "1d; s/^/$m	/"
	done
done | sed '1i\
measure	part	other	distance	N_a	N_b	V_a	V_b	common'
