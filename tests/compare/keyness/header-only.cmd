keyness -R autre.tsv
