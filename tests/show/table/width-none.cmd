table -W 0 -c theme,part,rate,year t.tsv
