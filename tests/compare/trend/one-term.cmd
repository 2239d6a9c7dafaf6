for m in slope kendall break chrono increase rates; do printf "part\tform\tfreq\n2001\tla\t3\n2002\tla\t9\n2003\tla\t4\n" | trend -q -t 0 -M $m; done
