distance -z
