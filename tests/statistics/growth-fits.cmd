# tolerance 1e-5
growth -z -n 8 speeches.vrt
