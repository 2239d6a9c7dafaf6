# tolerance 1e-5
specificities -q -t 0 robespierre.tsv | cut -f 1,2,8
