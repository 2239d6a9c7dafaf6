stem -x nowhere.tsv lois.in
