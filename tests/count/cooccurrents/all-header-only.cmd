echo '<!-- #vrt positional-attributes: word form -->' | cooccurrents -A
echo '<!-- #vrt positional-attributes: word form -->' | cooccurrents -q -A -f counts
echo '<!-- #vrt positional-attributes: word form -->' | cooccurrents -q -A -f edges -M
