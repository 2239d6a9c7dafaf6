# tolerance 1e-5
sh classes.sh classes-planted.txt | classes -q -l 0 -X -c form -N 3 -S 5 -a part -o metadata -t 0 | cut -f 1-9
