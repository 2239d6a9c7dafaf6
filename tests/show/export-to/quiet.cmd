export-to -q -f iramuteq petit.vrt
