scale -q -M balance -L social/retraite,socialisme -R marché/impôt,marché themes.tsv | cut -f 1-5
