# with -X the window goes on into the next sentence, and over the gap
cooccurrents -q -m 1 -w 2 -p pain petit.vrt | cut -f 1,2,4,15,16
echo
cooccurrents -q -m 1 -w 3 -X -p pain petit.vrt | cut -f 1,2,4,15,16
