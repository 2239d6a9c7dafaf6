printf "%s\n" "<!-- #vrt positional-attributes: word kind form -->" "<speech id=\"a\">" "un	w	un" "<gap n=\"18446744073709551615\"/>" "deux	w	deux" "</speech>" | classes -q
