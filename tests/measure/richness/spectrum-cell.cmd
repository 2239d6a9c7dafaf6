printf '%s\t%s\n' m Vm 1 two | richness -f spectrum
