# tolerance 1e-5
richness -q -i all -b speaker speeches.vrt
