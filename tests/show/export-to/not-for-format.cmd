export-to -f vrt -m 2 petit.vrt
