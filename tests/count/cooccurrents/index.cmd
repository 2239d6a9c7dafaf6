for i in f S logDice G2 MI MI3 t_score; do
	echo "$i: $(cooccurrents -q -i $i -p peuple petit.vrt | cut -f 1 | sed 1d | tr '\n' ' ')"
done
