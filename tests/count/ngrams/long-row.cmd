printf "%s\\n" "<!-- #vrt positional-attributes: form -->" "<speech id=\"a\">" abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz b "</speech>" | ngrams -n 2
