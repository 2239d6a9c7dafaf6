keep -d exp2.txt
