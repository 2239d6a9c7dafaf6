#include "anchor.h"

#include "lib/lang/fr/calendar.h"
#include "lib/lang/fr/words.h"
#include "span.h"

enum {
	ANCHOR_MAX = 160 /* bytes */
};

bool
anchor_published(const char *s, size_t len, struct date *d, bool *whole)
{
	struct calendar_date x;
	struct span rest;

	if (len > ANCHOR_MAX || !words_is_published(s, len) ||
	    !calendar_find(s, len, &x) || x.day[0].year == 0)
		return false;
	*d = x.day[0];
	if (span_words(s, x.from) > 3)
		return false; /* the date is further on: a sentence */
	rest = span_strip(s + x.to, len - x.to);
	*whole = rest.len == 0 || (rest.len == 1 && *rest.s == '.');
	/* "Publié le 3 mai 2020, ce rapport montre que ..." is text */
	return *whole || !span_is_punctuated(s, len);
}
