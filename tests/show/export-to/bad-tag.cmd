export-to -f vrt -t "a b" petit.vrt
