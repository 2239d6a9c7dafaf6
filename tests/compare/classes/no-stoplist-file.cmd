sh petit.sh | classes -x nowhere.txt
