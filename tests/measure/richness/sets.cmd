richness -i usual,guiraud_r -f spectrum petit.spc
