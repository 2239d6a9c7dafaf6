read-text -u file debat.txt
