# what rounding leaves
cluster
