# shares in the chunks: la 4, loi 2, paix, le, roi 1 of 9
distance -q -b speaker -w 3 -M chi2 chunks.vrt
