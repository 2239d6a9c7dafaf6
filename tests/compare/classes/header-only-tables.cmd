echo "<!-- #vrt positional-attributes: word kind form -->" >$TMPDIR/a; for t in profiles metadata typical tree drawing report stability; do echo "$t:"; classes -q -o $t -B 2 $TMPDIR/a; done
