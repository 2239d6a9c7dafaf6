export-to -f wide -c pos -k wpsun -a year,speaker petit.vrt
