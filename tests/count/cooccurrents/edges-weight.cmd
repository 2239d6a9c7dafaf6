cooccurrents -q -A -f edges -i logDice -w s petit.vrt
