# tolerance 1e-5
types -q -a arf -m 2 speeches.vrt | cut -f 1,3,5
