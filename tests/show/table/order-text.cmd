table -c theme,part -o theme t.tsv
