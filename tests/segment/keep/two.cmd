keep -d exp.txt -d exp2.txt -l stop3.txt achat.in
