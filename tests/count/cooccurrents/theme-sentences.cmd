# hits stay within sentences, windows go on
cooccurrents -q -m 1 -w 2 -X -d dict.tsv -t paix/pain petit.vrt | cut -f 1-5,15,16
