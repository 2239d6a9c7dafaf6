/* WordStat's .cat: a line a category or an item, by tabs as deep as it is; an
 * item has its weight in brackets behind, _ for blanks; @ begins a rule. */
#include <stdlib.h>
#include <string.h>

#include "formats.h"
#include "lib/base/err.h"

/* Where the weight of an item begins, NULL if the line has none. */
static char *
weight_of(char *s, size_t len)
{
	char *p = s + len;
	char *end;

	if (len < 3 || p[-1] != ')')
		return NULL;
	while (p > s && *p != '(')
		p--;
	if (*p != '(' || p == s)
		return NULL;
	(void)strtod(p + 1, &end);
	return end == s + len - 1 && end > p + 1 ? p : NULL;
}

static void
read_item(struct entries *e, size_t depth, char *s, char *weight)
{
	e->lost[LOSS_WEIGHT] += strtod(weight + 1, NULL) != 1;
	entries_cut(e, depth);
	if (*s == '@') {
		e->lost[LOSS_RULE]++;
		return;
	}
	for (char *p = s; p < weight; p++)
		if (*p == '_')
			*p = ' ';
	entries_put(e, entries_theme(e), s, (size_t)(weight - s));
}

void
wordstat_read(struct entries *e, struct in *in)
{
	char *s;
	size_t len;

	while (in_line(in, &s, &len)) {
		size_t depth;
		char *weight;

		s[len] = '\0';
		while (len > 0 && strchr(" \t\r", s[len - 1]) != NULL)
			s[--len] = '\0';
		if (len == 0)
			continue;
		depth = strspn(s, "\t");
		if (depth > e->depth)
			die_data(in->name, in->line,
			    "tabs: %zu, and no category above", depth);
		weight = weight_of(s + depth, len - depth);
		if (weight != NULL)
			read_item(e, depth, s + depth, weight);
		else if (s[depth] == '@')
			e->lost[LOSS_RULE]++;
		else if (!entries_level(e, depth, s + depth, len - depth))
			die_data(in->name, in->line, "categories too deep");
	}
}
