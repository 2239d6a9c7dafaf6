distance -b speaker -w 3 -c lemma chunks.vrt
