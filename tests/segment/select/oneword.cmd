select -d oneword.txt achat.in
