tribune conco
