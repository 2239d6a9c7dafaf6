cooccurrents -c lemma -p paix petit.vrt
