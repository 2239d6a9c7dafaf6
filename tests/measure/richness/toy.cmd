printf '%s\t%s\n' m Vm 1 3 2 2 3 1 | richness -f spectrum -i yule_k
