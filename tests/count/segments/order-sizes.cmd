# n by its bytes: 10 before 2
{ echo '<!-- #vrt positional-attributes: form -->'
echo '<speech id="a" x="1">'
for i in 1 2; do
	seq 1 10 | sed 's/^/m/'
	echo .
done
echo '</speech>'; } | segments -q -a -b x | cut -f 2 | uniq -c
