export-to -f wide -m 0 petit.vrt
