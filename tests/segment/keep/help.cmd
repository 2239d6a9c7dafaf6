keep -h
