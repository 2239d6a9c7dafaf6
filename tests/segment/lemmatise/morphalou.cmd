lemmatise -X -d morphalou.csv -C morphalou lois.in
