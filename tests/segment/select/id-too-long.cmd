select -q
