specificities -p D11 robespierre.tsv
