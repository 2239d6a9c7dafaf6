echo "<!-- #vrt positional-attributes: word kind form -->" | classes
