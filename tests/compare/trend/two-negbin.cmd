printf "part\tform\tfreq\n2001\tla\t3\n2001\tle\t9\n2002\tla\t5\n2002\tle\t7\n" | trend -q -C negbin
