read-text -S debat.txt
