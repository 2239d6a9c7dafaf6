export-to -f wide -a , petit.vrt
