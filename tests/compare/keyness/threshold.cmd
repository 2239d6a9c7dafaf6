keyness -q -t 3.84 -p D4 robespierre.tsv
