export-to -f iramuteq petit.vrt
