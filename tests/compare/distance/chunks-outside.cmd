distance -b speaker -w 3
