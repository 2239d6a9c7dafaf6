select -d exp.txt achat.in
