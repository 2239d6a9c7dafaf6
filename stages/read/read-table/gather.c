#include "gather.h"

#include <stdlib.h>
#include <string.h>

static void
put_para(struct gather *g, uint64_t line, const char *s, size_t len)
{
	g->para = mem_grow(g->para, &g->cap, g->n_para + 1, sizeof(*g->para));
	g->para[g->n_para++] =
	    (struct gather_para){g->text.len, len, line, g->who};
	buf_mem(&g->text, s, len);
}

static void
end_para(struct gather *g)
{
	if (g->wrap.text.len > 0)
		put_para(g, g->wrap.line, g->wrap.text.s, g->wrap.text.len);
	wrap_clear(&g->wrap);
}

void
gather_row(struct gather *g, const struct attrs *row, const char *who)
{
	for (size_t i = 0; i < row->n; i++) {
		const struct attr *a = &row->a[i];
		const char *old = attrs_get(&g->now, a->name);

		if (old == NULL)
			attrs_set(&g->now, a->name, a->value);
		else if (strcmp(old, a->value) != 0)
			attrs_set(&g->differ, a->name, "yes");
	}
	if (g->join &&
	    (who == NULL ||
		(g->who != SIZE_MAX && strcmp(g->text.s + g->who, who) == 0)))
		return; /* the same, or not told */
	end_para(g);
	g->who = SIZE_MAX;
	if (who != NULL) {
		g->who = g->text.len;
		buf_mem(&g->text, who, strlen(who) + 1);
	}
}

/* The end of the line at s, or NULL. */
static char *
line_end(const struct gather_text *t, char *s)
{
	size_t len = (size_t)(t->s + t->len - s);
	char *nl = memchr(s, '\n', len);
	char *sign = NULL;

	if (t->signs)
		sign =
		    memchr(s, GATHER_END, nl != NULL ? (size_t)(nl - s) : len);
	return sign != NULL ? sign : nl;
}

bool
gather_text(struct gather *g, struct clean *clean, const struct gather_text *t)
{
	uint64_t line = t->line;
	bool any = false;
	char *end = t->s + t->len;

	for (char *s = t->s; s < end;) {
		char *nl = line_end(t, s);
		char *next = nl != NULL ? nl + 1 : end;
		size_t len = (size_t)((nl != NULL ? nl : end) - s);
		bool soft = t->by_blank && wrap_soft(s, len);

		bool own = nl != NULL && *nl == '\n';

		clean_line(clean, &s, &len);
		any = any || len > 0;
		if (len == 0)
			end_para(g);
		else if (t->by_blank)
			wrap_add(&g->wrap, line, s, len, soft);
		else
			put_para(g, line, s, len);
		line += own && !t->one_line;
		s = next;
	}
	if (!g->join || !any)
		end_para(g);
	return any;
}

void
gather_settle(struct gather *g)
{
	for (size_t i = 0; i < g->differ.n; i++)
		attrs_set(&g->now, g->differ.a[i].name, "");
}

void
gather_put(struct gather *g, struct transcript *to, struct stage *stage,
    const char *file, uint64_t line)
{
	end_para(g);
	transcript_speech(to, &g->now, file, line);
	for (size_t i = 0; i < g->n_para; i++) {
		const struct gather_para *t = &g->para[i];
		struct para p = {.line = t->line};

		if (t->who != SIZE_MAX)
			p.who = g->text.s + t->who;
		stage_put(stage, to, file, &p, g->text.s + t->off, t->len);
	}
	transcript_end(to);
	attrs_clear(&g->now);
	attrs_clear(&g->differ);
	g->text.len = 0;
	g->n_para = 0;
	g->who = SIZE_MAX;
}

void
gather_free(struct gather *g)
{
	attrs_free(&g->now);
	attrs_free(&g->differ);
	buf_free(&g->text);
	buf_free(&g->wrap.text);
	free(g->para);
	*g = (struct gather){0};
}
