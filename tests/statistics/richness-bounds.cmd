# tolerance 1e-5
richness -q -B -g -i ttr,guiraud_r,carroll_cttr speeches.vrt
