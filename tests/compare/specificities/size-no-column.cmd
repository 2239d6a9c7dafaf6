specificities -n 2 robespierre.tsv
