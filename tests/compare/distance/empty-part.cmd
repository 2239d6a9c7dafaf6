distance -M l1
