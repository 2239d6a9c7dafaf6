export-to -f vrt
