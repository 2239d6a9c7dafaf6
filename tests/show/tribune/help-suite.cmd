tribune help tribune 2>/dev/null | sed 's/.\x08//g' | grep -c TERMS
