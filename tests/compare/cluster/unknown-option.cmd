cluster -z
