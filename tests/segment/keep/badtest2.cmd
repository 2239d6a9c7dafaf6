keep -a '=2025' speeches.vrt
