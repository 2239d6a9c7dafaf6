read-text -u speaker debat.txt
