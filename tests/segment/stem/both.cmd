stem -x own.tsv -X lois.in
