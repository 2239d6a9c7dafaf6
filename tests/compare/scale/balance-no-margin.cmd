printf "part\ttheme\tentry\tfreq\na\tx\ty\t3\n" | scale -M balance -L x -R z
