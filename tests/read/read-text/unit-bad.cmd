read-text -u year debat.txt
