cooccurrents -q -m 1 -w 1 -R ../../../pipeline/rules/fr -d dict.tsv -t paix/pain petit.vrt | cut -f 1-5
