# Le peuple and peuple end at the same token: two pivots, one place
cooccurrents -m 1 -w 1 -p peuple -p 'le peuple' petit.vrt | cut -f 1-5,15,16
