keyness -R colonnes.tsv quatre.tsv
