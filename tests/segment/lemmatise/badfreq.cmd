lemmatise -d badfreq.tsv lois.in
