stem -z
