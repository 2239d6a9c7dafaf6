richness -b speaker -f counts mots.tsv
