mkdir d.tmp && TMPDIR=$PWD/d.tmp ngrams -T 1 -n 2 petit.vrt >/dev/null; ls -A d.tmp; rmdir d.tmp
