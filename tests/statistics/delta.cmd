# tolerance 1e-5
distance -q -M delta -n 20 distance.tsv | cut -f 1-3
distance -q -M delta-cosine -n 20 distance.tsv | sed 1d | cut -f 1-3
