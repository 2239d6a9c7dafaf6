richness -f counts -i ttr,mattr mots.tsv
