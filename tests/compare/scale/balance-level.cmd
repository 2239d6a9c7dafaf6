scale -q -l 0.5 -M balance -L social -R marché themes.tsv
