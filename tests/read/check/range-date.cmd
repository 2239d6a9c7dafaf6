check -D 2025,morgen good.vrt
