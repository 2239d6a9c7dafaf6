export-to -q -f vrt -t text -a year petit.vrt | grep "text"
