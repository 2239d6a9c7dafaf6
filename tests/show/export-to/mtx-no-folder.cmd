export-to -f mtx -O none/c petit.vrt
