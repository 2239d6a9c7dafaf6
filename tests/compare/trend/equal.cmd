for m in slope kendall break chrono increase; do printf "part\tform\tfreq\n1\tla\t3\n1\tle\t9\n2\tla\t3\n2\tle\t9\n3\tla\t3\n3\tle\t9\n" | trend -q -t 0 -M $m; done
