distance -q -M l1 ../distance/trois.tsv | cluster -M average
