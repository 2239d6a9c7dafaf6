read-vrt -o ,
