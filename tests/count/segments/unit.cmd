# speech (the default): over the paragraph, de 1905 la République
segments -q -a texte.vrt | grep 1905 | cut -f 1,3
for u in p s speech; do
	echo "$u: $(segments -q -a -u $u texte.vrt | grep -c '1905 la')"
done
