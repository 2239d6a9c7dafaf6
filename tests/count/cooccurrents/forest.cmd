# a, b, c are as near: ab and ac stay; x and y are a tree of their own
cooccurrents -A -M -m 1 -w s -f edges forest.vrt
