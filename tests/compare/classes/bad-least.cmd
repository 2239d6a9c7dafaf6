classes -S 0
