keyness -R autre.tsv -P 9 autre.tsv
