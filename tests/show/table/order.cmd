table -c theme,freq -o freq t.tsv
