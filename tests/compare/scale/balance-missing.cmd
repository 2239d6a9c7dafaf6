scale -M balance -L social,budget -R marché themes.tsv | head -n 2
