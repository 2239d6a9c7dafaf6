types -c stem a.vrt
