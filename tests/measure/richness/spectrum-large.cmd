printf '%s\t%s\n' m Vm 1000000000 1 4000000000 2 1 1000000 | richness -f spectrum -i all
