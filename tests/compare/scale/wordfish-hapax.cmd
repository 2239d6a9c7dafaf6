printf "part\tform\tfreq\na\tx\t1\nb\ty\t1\nc\tz\t1\n" | scale -M wordfish -L a -R c
