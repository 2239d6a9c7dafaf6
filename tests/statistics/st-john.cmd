# tolerance 1e-5
richness -f spectrum -i yule_k,simpson_d,yule_i,guiraud_r,herdan_c,brunet_w,honore_h,hdd_sum,hdd st-john.tsv
