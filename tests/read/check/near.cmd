check -q -n 0 -j 0.3 near.vrt; check -q -n 0 -x near near.vrt; check -q -n 0 -j 0.9 near.vrt
