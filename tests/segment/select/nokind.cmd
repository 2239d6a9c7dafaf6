select -k w
