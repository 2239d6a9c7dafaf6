for i in 1 2 3 4 5 6; do echo "2020|A|La loi protège la commune."; done | sh petit.sh - | classes
