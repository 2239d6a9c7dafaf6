sh petit.sh | classes -q -O /nowhere/x >/dev/null
