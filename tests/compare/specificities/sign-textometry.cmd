specificities -q -C textometry-2009 -C textometry -t 0 -k 1 -p D9 robespierre.tsv
