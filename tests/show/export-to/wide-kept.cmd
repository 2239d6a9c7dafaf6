export-to -f wide clash.vrt
