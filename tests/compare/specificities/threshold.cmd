specificities -q -t 2.5 robespierre.tsv
