scale -M balance -L la -R loi -n 5 sizes.tsv
