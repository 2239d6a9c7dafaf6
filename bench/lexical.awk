# lexical.awk - a made lexical table: parts, forms and tokens as variables.
# Forms by Zipf and Mandelbrot's law, each part with more of one form in 20,
# some of these themes stronger than others; own random numbers, so that every
# awk makes the same table.
function any() { # uniform in [0, 1): Park & Miller (1988)
	seed = (seed * 16807) % 2147483647
	return seed / 2147483647
}
function strength(form, part) {
	return form % 20 == part % 20 ? 1 + (form % 20) / 5 : 1
}
BEGIN {
	OFS = "\t"
	seed = 1
	for (i = 1; i <= forms; i++)
		sum += 1 / (i + 2.7)
	print "part", "form", "freq"
	for (i = 1; i <= forms; i++) {
		F = int(tokens / sum / (i + 2.7))
		split("", f)
		if (F < 2 * parts)
			for (k = 0; k < F; k++) {
				do
					j = int(any() * parts)
				while (any() * 5 > strength(i, j))
				f[j]++
			}
		else
			for (j = 0; j < parts; j++)
				f[j] = int(F / parts * strength(i, j) / 1.12 + any())
		for (j = 0; j < parts; j++)
			if (f[j] > 0)
				print "part" j, "form" i, f[j]
	}
}
