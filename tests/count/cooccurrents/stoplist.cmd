# hides rows and makes the family smaller; f, F, t and T stay
cooccurrents -l stop.txt -m 1 -p peuple petit.vrt | cut -f 1-5,9
