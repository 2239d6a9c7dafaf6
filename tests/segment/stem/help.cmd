stem -h
