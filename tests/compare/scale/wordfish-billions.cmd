printf "part\tform\tfreq\na\tla\t2000000000000\na\tle\t1000000000000\nb\tla\t1000000000000\nb\tle\t3000000000000\nc\tla\t900000000000\nc\tle\t1\n" | scale -q -M wordfish -L a -R b
