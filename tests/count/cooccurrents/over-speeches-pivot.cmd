cooccurrents -m 1 -F 1 -w 5 -p la
