keep -a 's.x=1' achat.in
