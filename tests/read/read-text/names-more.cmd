read-text -u file -M noms-plus.tsv
