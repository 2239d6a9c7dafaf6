distance -M
