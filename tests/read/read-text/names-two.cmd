read-text -u turn -M noms-deux.tsv debat.txt
