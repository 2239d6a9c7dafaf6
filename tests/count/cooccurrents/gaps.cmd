# fait peur au stand behind the gap; with -x guerre comes into reach, 5 places before
cooccurrents -q -m 1 -w 6 -p peuple petit.vrt | grep -c guerre
cooccurrents -m 1 -w 6 -x -p peuple petit.vrt | grep guerre | cut -f 1,2,15,16
cooccurrents -q -m 1 -w 5 -x -p peuple petit.vrt | grep guerre | cut -f 1,2,15,16
