classes -X -x petit.txt
