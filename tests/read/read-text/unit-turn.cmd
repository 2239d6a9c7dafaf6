read-text -u turn debat.txt
