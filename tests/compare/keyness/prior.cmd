keyness -q -A 5000 -p D4 robespierre.tsv
