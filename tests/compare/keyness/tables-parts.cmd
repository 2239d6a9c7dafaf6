keyness -P 1000 -R autre-part.tsv -p a1 -p a2 -r x quatre.tsv
