keep -q
