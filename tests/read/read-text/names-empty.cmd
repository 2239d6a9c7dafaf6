read-text -u turn -M noms-vide.tsv debat.txt
