read-text -u turn -M noms-un.tsv debat.txt
