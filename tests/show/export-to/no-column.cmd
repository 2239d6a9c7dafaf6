export-to -f wide -c stem petit.vrt
