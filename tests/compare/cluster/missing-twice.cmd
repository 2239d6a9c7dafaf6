# each part is in enough rows, and a pair is missing all the same
cluster
