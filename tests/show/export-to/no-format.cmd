export-to petit.vrt
