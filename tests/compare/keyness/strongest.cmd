keyness -q -k 1 -p D4 robespierre.tsv
