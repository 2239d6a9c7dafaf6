for m in slope kendall break chrono increase rates; do printf "part\tform\tfreq\n2001\t\t0\n2002\t\t0\n" | trend -M $m; done
