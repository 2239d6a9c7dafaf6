check -q -n 0 -r speaker,party -D 2025,2025-10-03 good.vrt
