export-to -f wide -a $(seq -s, 33) petit.vrt
