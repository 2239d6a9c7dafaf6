#include "pattern.h"

#include "err.h"

void
pattern_open(struct pattern *p, int letter, const char *ere)
{
	char why[256];
	locale_t old;
	int rc;

	p->loc = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
	if (p->loc == (locale_t)0)
		die_sys("locale C.UTF-8");
	old = uselocale(p->loc);
	rc = regcomp(&p->re, ere, REG_EXTENDED | REG_NOSUB);
	(void)uselocale(old);
	if (rc == 0)
		return;
	(void)regerror(rc, &p->re, why, sizeof(why));
	die_usage("option -%c: '%s': %s", letter, ere, why);
}

bool
pattern_match(const struct pattern *p, const char *s)
{
	locale_t old = uselocale(p->loc);
	int rc = regexec(&p->re, s, 0, NULL, 0);

	(void)uselocale(old);
	return rc == 0;
}

void
pattern_free(struct pattern *p)
{
	regfree(&p->re);
	freelocale(p->loc);
}
