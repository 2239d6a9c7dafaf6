# tolerance 1e-5
readability -q speeches.vrt | cut -f 1-3,5,6,7,10,11
