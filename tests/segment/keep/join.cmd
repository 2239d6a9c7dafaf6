keep -d exp.txt achat.in
