# a blank in a word shows as a no-break space, entities are undone
printf '%s\n' '<!-- #vrt positional-attributes: form -->' 'a b' 'r&amp;d' . 'a b' 'r&amp;d' . 'c' '\' . c '\' | segments -q -a
