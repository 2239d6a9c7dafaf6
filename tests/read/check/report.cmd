check -t -q -n 10 bad.vrt
