richness -f counts -i ttr,yule_k mots.tsv
