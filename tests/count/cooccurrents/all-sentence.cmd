# f: sentences with both; F, t: with each; T: sentences
cooccurrents -q -A -w s petit.vrt
