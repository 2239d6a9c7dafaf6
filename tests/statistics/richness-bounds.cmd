# tolerance 1e-5
richness -q -B -g -i ttr,guiraud_r,carroll_cttr,herdan_c,dugast_u,maas_a,maas_a2,summer_s,brunet_w speeches.vrt
