stem -x twice.tsv lois.in
