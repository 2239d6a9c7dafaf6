scale -M balance -L social -R marché -B 100 themes.tsv
