keyness -q -C rayson -p D4 robespierre.tsv
