check -D 2025 good.vrt
