sed '1s/ kind//; /^[^<]/s/	[a-z]	/	/' petit.vrt | cooccurrents -k w -p peuple
