printf '%s\t%s\n' m n 1 2 | richness -f spectrum
