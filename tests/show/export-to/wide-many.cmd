{ echo "<!-- #vrt positional-attributes: form -->"; seq 16385; } | export-to -f wide
