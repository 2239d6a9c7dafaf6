keep -k w
