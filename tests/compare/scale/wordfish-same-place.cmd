printf "part\tform\tfreq\na\tla\t5\na\tloi\t2\nb\tla\t5\nb\tloi\t2\nc\tla\t2\nc\tloi\t9\n" | scale -M wordfish -L a -R b
