{ echo '<!-- #vrt positional-attributes: form -->'
yes a | head -n 60000; } | segments -a -n 2-3
