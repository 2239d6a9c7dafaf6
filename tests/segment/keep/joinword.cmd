keep -q -c word -d expword.txt achat.in
