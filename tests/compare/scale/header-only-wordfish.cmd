printf "part\tform\tfreq\n" | scale -M wordfish -L la -R le
