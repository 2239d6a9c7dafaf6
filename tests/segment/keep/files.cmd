keep -q -k p achat.in other.vrt
