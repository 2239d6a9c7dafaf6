scale -M balance -L social -R marché themes.tsv
