keep -d oneword.txt achat.in
