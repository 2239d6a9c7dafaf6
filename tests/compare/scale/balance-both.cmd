scale -M balance -L social -R social/retraite themes.tsv
