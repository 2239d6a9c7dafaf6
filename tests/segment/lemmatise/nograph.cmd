lemmatise -d nograph.csv -C morphalou lois.in
