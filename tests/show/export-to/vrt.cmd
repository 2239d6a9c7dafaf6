export-to -f vrt petit.vrt
