# without a column kind every token counts
sed '1s/ kind//; /^[^<]/s/	[a-z]	/	/' petit.vrt | cooccurrents -q -m 1 -w 1 -p peuple | cut -f 1,2,4,5
