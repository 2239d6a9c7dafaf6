keyness -q -C yates -p D4 robespierre.tsv
