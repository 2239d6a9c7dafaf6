export-to -f mtx petit.vrt
