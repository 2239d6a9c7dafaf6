select -d exp2.txt
