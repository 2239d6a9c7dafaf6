keyness -q -C g2 -C uncorrected -p D4 robespierre.tsv
