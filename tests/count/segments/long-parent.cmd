{ echo '<!-- #vrt positional-attributes: form -->'
for i in 1 2; do
	seq 1 30 | sed 's/^/m/'
	echo .
done; } | segments -a -n 29 | cut -f 2-
