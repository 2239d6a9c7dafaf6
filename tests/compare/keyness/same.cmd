keyness -R quatre.tsv quatre.tsv
