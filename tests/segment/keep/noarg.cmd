keep -a
