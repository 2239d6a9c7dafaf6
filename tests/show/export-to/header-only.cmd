for f in conllu iramuteq vrt wide; do echo "<!-- #vrt positional-attributes: word kind form -->" | export-to -f $f; done
