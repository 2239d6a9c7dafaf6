echo "2020|A|La loi protège la commune." | sh petit.sh - | classes -m 1
