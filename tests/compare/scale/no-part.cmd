printf "form\tfreq\nla\t2\n" | scale -M balance -L la -R le
