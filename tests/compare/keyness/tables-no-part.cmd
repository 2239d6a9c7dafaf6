keyness -R autre.tsv -r x quatre.tsv
