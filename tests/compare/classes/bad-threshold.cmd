classes -t -1
