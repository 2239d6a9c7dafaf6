keyness -q -a maths=100 -p D4 robespierre.tsv
