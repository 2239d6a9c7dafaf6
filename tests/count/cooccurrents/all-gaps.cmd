cooccurrents -A -m 1 -w s petit.vrt | grep guerre | cut -f 1-6
echo
cooccurrents -A -m 1 -w s -x petit.vrt | grep guerre | cut -f 1-6
