keyness -q -C chi2 -p D4 robespierre.tsv
