cooccurrents -q -m 1 -w 1 -c stem -p peupl petit.vrt | cut -f 1,2,4,15,16
