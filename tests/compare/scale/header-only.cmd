printf "part\tform\tfreq\n" | scale -M balance -L la -R le
