echo '<!-- #vrt positional-attributes: word form -->' | cooccurrents -p paix
