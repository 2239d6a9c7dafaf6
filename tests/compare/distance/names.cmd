# the names of parts are written as tables write them
distance -x -M l1
