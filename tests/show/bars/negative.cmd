bars -c form,specificity parts.tsv
