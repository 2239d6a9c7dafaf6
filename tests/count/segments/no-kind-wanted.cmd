sed '1s/ kind//; /^[^<]/s/	[a-z]	/	/' texte.vrt | segments -k w
