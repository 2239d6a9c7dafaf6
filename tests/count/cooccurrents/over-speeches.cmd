cooccurrents -q -A -m 1 -F 1 -w 5 -f counts
