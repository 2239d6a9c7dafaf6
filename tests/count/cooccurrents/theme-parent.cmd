# the themes under a theme are part of it
cooccurrents -m 1 -w 1 -d dict.tsv -t paix petit.vrt | cut -f 1-5,15,16
cooccurrents -q -m 1 -w 1 -d dict.tsv -t paix/pain petit.vrt | cut -f 1-5,15,16
