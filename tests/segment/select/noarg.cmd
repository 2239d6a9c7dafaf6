select -a
