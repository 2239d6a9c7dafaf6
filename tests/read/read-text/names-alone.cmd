read-text -S -u turn seance.txt
