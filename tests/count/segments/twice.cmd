# a text that stands twice, without a delimiter: one free segment
{ echo '<!-- #vrt positional-attributes: form -->'
seq 1 20000
echo .
seq 1 20000; } | segments | cut -f 2-
