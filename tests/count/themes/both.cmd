themes -ru -d dict.tsv
