export-to -f wide -k x petit.vrt
