# tolerance 1e-5
sh classes.sh classes.txt | classes -q -l 0 -X -c form -N 6 -o tree | cut -f 2-5,7-14
