# the pivot has no neighbour: nothing is tested
printf '%s\n' '<!-- #vrt positional-attributes: form -->' '<s>' paix '</s>' '<s>' guerre '</s>' | cooccurrents -m 1 -p paix
