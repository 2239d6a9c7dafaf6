tribune -q help tokens 2>/dev/null | sed 's/.\x08//g' | grep -c NAME
