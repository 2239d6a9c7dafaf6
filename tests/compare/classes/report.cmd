sh petit.sh | classes -m 4 -N 3 -S 4 -a speaker,year -L 1 -o report
