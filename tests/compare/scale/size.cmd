scale -q -M balance -L la -R loi -n 1 sizes.tsv
