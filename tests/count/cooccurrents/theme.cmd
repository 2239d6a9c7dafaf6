cooccurrents -m 1 -w 2 -d dict.tsv -t guerre petit.vrt | cut -f 1-5,15,16
