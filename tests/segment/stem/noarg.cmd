stem -c
