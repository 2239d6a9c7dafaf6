for n in 0 10 3-1 1-10 x "" 1- -2; do ngrams -n "$n" petit.vrt; echo $?; done 2>&1
