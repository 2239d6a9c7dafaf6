tribune help tokenise 2>/dev/null | grep -c NAME
