# tolerance 1e-5
sh classes.sh classes.txt | classes -q -X -c form -N 6 -o tree | cut -f 2-14
