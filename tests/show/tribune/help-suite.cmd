tribune help tribune 2>/dev/null | grep -c TERMS
