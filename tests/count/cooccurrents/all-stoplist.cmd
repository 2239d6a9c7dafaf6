cooccurrents -A -l stop.txt -m 1 -w 2 petit.vrt | cut -f 1-6,10
