printf 'l\342\200\231 c\305\223ur\r\n' | keep -q -c lemma -d - office.vrt
