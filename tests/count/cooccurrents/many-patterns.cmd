cooccurrents $(awk 'BEGIN { for (i = 0; i < 65; i++) printf "-p a " }') petit.vrt
