read-text -j
