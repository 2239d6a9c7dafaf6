printf "La loi.\n" | classes
