# 60000 times the same word
{ echo '<!-- #vrt positional-attributes: form -->'
yes a | head -n 60000; } | segments -q -a
