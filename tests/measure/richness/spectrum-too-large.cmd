printf '%s\t%s\n' m Vm 9000000000000000 2 | richness -f spectrum
