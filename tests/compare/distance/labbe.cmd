distance -M labbe trois.tsv
