richness -B 200 -f counts mots.tsv
