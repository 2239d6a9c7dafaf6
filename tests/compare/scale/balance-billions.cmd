printf "part\ttheme\tentry\tfreq\na\t\t\t9000000000000000\na\tx\ty\t3000000000000\na\tz\ty\t4000000000001\n" | scale -q -M balance -L x -R z
