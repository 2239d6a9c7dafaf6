select -z
