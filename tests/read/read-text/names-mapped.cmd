read-text -S -u speaker -M noms.tsv seance.txt | grep "<speech"
