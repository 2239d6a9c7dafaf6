specificities -q -C textometry-2009 -t 0 -p D6 -p D9 complete.tsv
