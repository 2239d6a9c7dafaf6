# what the words are counted by
distance -q -b speaker -w 3 -c word chunks.vrt
