echo '<!-- #vrt positional-attributes: form -->' | segments
echo '<!-- #vrt positional-attributes: form -->' | segments -b speaker
