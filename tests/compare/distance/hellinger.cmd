distance -M hellinger trois.tsv
