keyness -q -s 7 -p D1 -p D4 -p D7 -P 100 robespierre.tsv
