select -d exptwice.txt achat.in
