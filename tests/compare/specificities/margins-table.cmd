specificities -C table -p D4 robespierre.tsv
