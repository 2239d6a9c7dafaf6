cooccurrents -q -A -m 1 -F 1 -w s -f counts
