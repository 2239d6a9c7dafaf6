classes -k x
