keep -z
