stem -x emptystem.tsv lois.in
