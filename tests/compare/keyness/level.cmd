keyness -q -l 0.5 -p D4 robespierre.tsv
