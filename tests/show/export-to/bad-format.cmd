export-to -f txm petit.vrt
