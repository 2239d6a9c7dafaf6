merge rien.txt
