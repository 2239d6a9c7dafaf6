cooccurrents -q -A -m 1 -w 2 -X petit.vrt | grep pain | cut -f 1-6
echo
cooccurrents -q -A -m 1 -w 2 petit.vrt | grep pain | cut -f 1-6
