richness -f spectrum -i all petit.spc
