# tolerance 1e-5
growth -n 8 speeches.vrt
