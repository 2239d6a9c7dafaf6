keep -a p.section=projet -k w achat.in
