for w in 0 0,0 10001 3, x; do cooccurrents -w $w -p paix petit.vrt; echo $?; done
