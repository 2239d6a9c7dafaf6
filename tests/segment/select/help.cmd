select -h
