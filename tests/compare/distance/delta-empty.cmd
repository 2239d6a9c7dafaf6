distance -M delta
