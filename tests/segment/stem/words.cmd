stem -X
