classes -s -1
