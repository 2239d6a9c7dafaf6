scale -M balance -L la -R loi sizes.tsv
