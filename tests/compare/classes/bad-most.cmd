classes -M 0
