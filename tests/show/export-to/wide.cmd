export-to -f wide petit.vrt
