export-to -f iramuteq -a id,year,speaker petit.vrt
