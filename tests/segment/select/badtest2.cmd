select -a '=2025' speeches.vrt
