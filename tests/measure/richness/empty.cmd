richness </dev/null
