scale -M balance -L social themes.tsv
