/* Spaces between French tokens. */
#include <string.h>

#include "lib/lang/fr/respace.h"
#include "tap.h"

/* The tokens, parted by blanks, as text; U+00A0 shown as ~. */
static void
check(const char *tokens, const char *want)
{
	struct respace r = {0};
	struct buf b = {0};
	char got[256];
	size_t n = 0;

	for (const char *s = tokens; *s != '\0';) {
		size_t len = strcspn(s, " ");

		respace_put(&r, &b, s, len);
		s += len;
		s += strspn(s, " ");
	}
	for (size_t i = 0; i < b.len && n < sizeof(got) - 1; i++)
		if (strncmp(b.s + i, "\xC2\xA0", 2) == 0) {
			got[n++] = '~';
			i++;
		} else
			got[n++] = b.s[i];
	got[n] = '\0';
	is_str(got, want, tokens);
	buf_free(&b);
}

int
main(void)
{
	check("La loi .", "La loi.");
	check("L’ eau , l' air", "L’eau, l'air");
	check("Va -t-il , oui ?", "Va-t-il, oui~?");
	check("« Oui » , dit -il ;", "«~Oui~», dit-il~;");
	check("« Oui ! » Non", "«~Oui~!~» Non");
	check("quoi ? ! Non", "quoi~?! Non");
	check("( oui ) [ non ] { a }", "(oui) [non] {a}");
	check("12 % et 3 €", "12~% et 3~€");
	check("dit \" oui \" et \" non \" .", "dit \"oui\" et \"non\".");
	check("“ oui ” et / ou", "“oui” et/ou");
	check("oui - non – si", "oui - non – si");
	check("etc. ... voilà", "etc.... voilà");
	check("l’ « eau »", "l’«~eau~»");
	return done();
}
