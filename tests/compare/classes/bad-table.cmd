classes -o classes
