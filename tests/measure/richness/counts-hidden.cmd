grep -v foi mots.tsv | richness -f counts
