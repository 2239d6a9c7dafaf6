scale -M balance -L la -R loi -n 1 texts.tsv
