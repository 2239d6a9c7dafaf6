printf "%s\n" "<!-- #vrt positional-attributes: word kind form -->" "un	w	un" "<speech id=\"a\">" "deux	w	deux" "</speech>" "trois	w	trois" | classes
