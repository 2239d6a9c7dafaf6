printf "part\tform\tfreq\na\tla\t5\na\tloi\t2\nb\tla\t7\n" | scale -M wordfish -L a -R b
