sed '1s/ kind//; /^[^<]/s/	[a-z]	/	/' texte.vrt | segments -q | cut -f 1-4
