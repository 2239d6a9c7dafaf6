# tolerance 1e-5
keyness -q -p D1 -p D4 -a diff,maths=100 -P 1000 robespierre.tsv
