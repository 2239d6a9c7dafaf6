tokenise -q -o word a.txt - b.txt
