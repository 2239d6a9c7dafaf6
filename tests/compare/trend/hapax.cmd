for m in slope kendall break chrono; do printf "part\tform\tfreq\n1\ta\t1\n2\tb\t1\n3\tc\t1\n4\td\t1\n" | trend -t 0 -M $m; done
