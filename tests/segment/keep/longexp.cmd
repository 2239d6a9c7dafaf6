keep -d longexp.txt achat.in
