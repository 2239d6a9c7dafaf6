trend -M x
