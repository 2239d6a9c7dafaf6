sh petit.sh | classes -q -m 4 -N 3 -S 4 -k p -X -o profiles | cut -f 1-4
