#include "pair.h"

#include <string.h>

#include "lib/base/err.h"

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n';
}

static void
trim(const char **s, const char **end)
{
	while (*s < *end && is_blank(**s))
		++*s;
	while (*end > *s && is_blank((*end)[-1]))
		--*end;
}

/* The end of the side at s: a | that stands by itself, or the end. */
static const char *
end_of_side(const char *s)
{
	const char *at = s;

	for (; *at != '\0'; at++)
		if (*at == '|' && (at == s || is_blank(at[-1])) &&
		    (at[1] == '\0' || is_blank(at[1])))
			break;
	return at;
}

/* Of a side without a label: the values that it asks for, or its tests. */
static void
name_side(struct pair_side *x)
{
	bool values = true;

	for (size_t i = 0; i < x->where.n; i++)
		values = values && x->where.t[i].op == WHERE_EQ &&
		    x->where.t[i].value[0] != '\0';
	for (size_t i = 0; values && i < x->where.n; i++) {
		buf_str(&x->name, i > 0 ? ", " : "");
		buf_str(&x->name, x->where.t[i].value);
	}
	if (!values)
		buf_mem(&x->name, x->tests.s, x->tests.len);
}

static void
read_side(struct pair_side *x, int letter, const char *s, const char *end)
{
	const char *colon;

	trim(&s, &end);
	colon = s + strcspn(s, ":=!<>~");
	if (colon < end && *colon == ':') {
		const char *last = colon;

		trim(&s, &last);
		buf_mem(&x->name, s, (size_t)(last - s));
		s = colon + 1;
		trim(&s, &end);
	}
	buf_mem(&x->tests, s, (size_t)(end - s));
	where_add_all(&x->where, letter, s, (size_t)(end - s));
	for (size_t i = 0; i < x->where.n; i++)
		if (strcmp(x->where.t[i].tag, "speech") != 0)
			die_usage("option -%c: '%s.%s': sides are of speeches",
			    letter, x->where.t[i].tag, x->where.t[i].attr);
	if (x->name.len == 0)
		name_side(x);
}

void
pair_open(struct pair *p, int letter, const char *text)
{
	const char *end = end_of_side(text);

	*p = (struct pair){.rest = *end == '\0'};
	read_side(&p->side[0], letter, text, end);
	if (p->rest) {
		buf_str(&p->side[1].name, "≠ ");
		buf_str(&p->side[1].name, p->side[0].name.s);
		return;
	}
	text = end + 1;
	end = end_of_side(text);
	if (*end != '\0')
		die_usage("option -%c: '%s': a third side", letter, end + 1);
	read_side(&p->side[1], letter, text, end);
	if (strcmp(p->side[0].name.s, p->side[1].name.s) != 0)
		return;
	for (int i = 0; i < 2; i++) {
		p->side[i].name.len = 0;
		buf_str(&p->side[i].name, p->side[i].tests.s);
	}
}

void
pair_close(struct pair *p)
{
	for (int i = 0; i < 2; i++) {
		where_free(&p->side[i].where);
		buf_free(&p->side[i].tests);
		buf_free(&p->side[i].name);
	}
}
