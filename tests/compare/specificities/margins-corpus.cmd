specificities -q -C table -C corpus -p D4 robespierre.tsv
