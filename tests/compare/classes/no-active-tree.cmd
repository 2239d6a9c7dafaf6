echo "2020|A|Et de la, il est." | sh petit.sh - | classes -q -o tree
