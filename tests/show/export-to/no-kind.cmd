export-to -f wide -k w clash.vrt
