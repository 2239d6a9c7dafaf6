{ printf "part\tform\tfreq\na\tloi\t3\na\tpaix\t4\nb\tloi\t5\nb\tpaix\t1\n"; for i in $(seq 10 35); do printf "x$i\trare$i\t1\n"; done; } | factors -k 1 -m 2
