printf '\357\273\277LA\r\nE\314\201TE\314\201\302\240\r\n  L\342\200\231\t\r\nCOEUR\r\n# rien\r\n\r\nLOI' | types -q -L - office.vrt
