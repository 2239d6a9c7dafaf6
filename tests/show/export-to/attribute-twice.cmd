export-to -f wide -a year,year petit.vrt
