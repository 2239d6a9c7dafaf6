stem -x own.tsv lois.in
