stem -o stem lois.in other.vrt
