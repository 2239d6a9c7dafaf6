printf '1\tLa\t_\t_\t_\t_\t_\t_\t_\t_\n' >"$TMPDIR/$(printf 'a\351')"; read-conllu -q "$TMPDIR/$(printf 'a\351')" 2>&1 | sed 's/.*not/not/'
