keep -q "$(printf 'a\nb\377')"
