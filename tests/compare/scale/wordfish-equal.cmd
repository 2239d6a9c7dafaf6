printf "part\tform\tfreq\na\tla\t5\na\tloi\t2\nb\tla\t10\nb\tloi\t4\nc\tla\t5\nc\tloi\t2\n" | scale -M wordfish -L a -R b
