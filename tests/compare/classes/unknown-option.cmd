classes -z
