select -d longexp.txt achat.in
