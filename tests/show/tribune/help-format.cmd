tribune help tokens 2>/dev/null | grep -c NAME
