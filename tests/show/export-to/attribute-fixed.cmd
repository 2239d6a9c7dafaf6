export-to -f wide -a id petit.vrt
