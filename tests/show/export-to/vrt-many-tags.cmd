{ echo "<!-- #vrt positional-attributes: word -->"; for a in a b c d e f g; do for b in a b c d e f g h i j; do echo "<x$a$b>"; echo "</x$a$b>"; done; done; } | export-to -f vrt >/dev/null
