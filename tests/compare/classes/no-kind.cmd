printf "%s\n" "<!-- #vrt positional-attributes: word form -->" "loi	loi" | classes
