printf '\357\273\277E\314\201TE\314\201\t7\r\nL\342\200\231 \t 3' | readability -q -x - office.vrt
