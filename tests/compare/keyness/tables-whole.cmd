keyness -P 1000 -R autre-part.tsv quatre.tsv
