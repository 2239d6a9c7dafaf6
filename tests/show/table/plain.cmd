table -f plain -c freq t.tsv
