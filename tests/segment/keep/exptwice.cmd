keep -d exptwice.txt achat.in
