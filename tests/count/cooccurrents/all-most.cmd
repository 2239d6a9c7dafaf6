# of the forms as frequent the first by bytes: guerre, paix
cooccurrents -A -n 4 -m 1 petit.vrt | cut -f 1-6
