stem -x nostem.tsv lois.in
