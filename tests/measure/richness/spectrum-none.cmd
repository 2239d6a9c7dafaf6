printf '%s\t%s\n' m Vm | richness -f spectrum
