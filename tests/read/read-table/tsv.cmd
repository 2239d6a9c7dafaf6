read-table -f tsv tsv.in
