#include "family.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/text/list.h"

struct reader {
	struct list list;
	struct family *now;
	char *rest; /* of the line */
};

/* All words that are left. */
static void
read_words(struct reader *r, char **to, size_t *n)
{
	const char *w;

	while ((w = list_word(&r->rest)) != NULL) {
		if (*n == FAMILY_FEW)
			list_refuse(&r->list, "too many of them");
		to[(*n)++] = mem_string(w);
	}
}

/* What is behind " : ". */
static char *
cut_text(struct reader *r)
{
	char *colon = strstr(r->rest != NULL ? r->rest : "", " : ");

	if (colon == NULL)
		list_refuse(&r->list, "' : ' and a text are expected");
	*colon = '\0';
	return mem_string(colon + 3);
}

static void
room_for(const struct reader *r, size_t n)
{
	if (n == FAMILY_FEW)
		list_refuse(&r->list, "too many of them in a family");
}

/* COLUMN from TABLE [by COLUMN[=COLUMN] ...] [under] */
static void
read_sum(struct reader *r)
{
	struct family_sum s = {0};
	char *w;

	room_for(r, r->now->n_sum);
	s.column = mem_string(list_needed(&r->list, &r->rest));
	list_expect(&r->list, &r->rest, "from");
	s.from = mem_string(list_needed(&r->list, &r->rest));
	if (r->rest != NULL && *r->rest != '\0')
		list_expect(&r->list, &r->rest, "by");
	while ((w = list_word(&r->rest)) != NULL) {
		char *eq = strchr(w, '=');

		if (strcmp(w, "under") == 0) {
			s.under = true;
			continue;
		}
		room_for(r, s.n_by);
		if (eq != NULL)
			*eq++ = '\0';
		s.by[s.n_by] = mem_string(w);
		s.base[s.n_by++] = mem_string(eq != NULL ? eq : w);
	}
	r->now->sum[r->now->n_sum++] = s;
}

static void
read_whole(struct reader *r)
{
	const char *w;

	while ((w = list_word(&r->rest)) != NULL)
		for (size_t i = 0; i < r->now->n_sum; i++)
			if (strcmp(r->now->sum[i].column, w) == 0)
				r->now->sum[i].whole = true;
}

static enum figure_sign
read_sign(struct reader *r)
{
	enum figure_sign sign = sign_of(list_needed(&r->list, &r->rest));

	if (sign > SIGN_LEAST)
		list_refuse(&r->list, "a sign is expected: = != < <= > >=");
	return sign;
}

/* COLUMN SIGN VALUE [and ...] : TEXT */
static void
read_say(struct reader *r)
{
	struct family_say s = {.text = cut_text(r)};
	const char *w;

	room_for(r, r->now->n_say);
	do {
		struct family_test *t = &s.test[s.n_test++];

		room_for(r, s.n_test);
		t->column = mem_string(list_needed(&r->list, &r->rest));
		t->sign = read_sign(r);
		t->value = mem_string(list_needed(&r->list, &r->rest));
		if ((w = list_word(&r->rest)) != NULL && strcmp(w, "and") != 0)
			list_refuse(&r->list, "'and' or ' : ' is expected");
	} while (w != NULL);
	r->now->say[r->now->n_say++] = s;
}

/* COLUMN of NAME [in GROUP] [first N] [top] : TEXT */
static void
read_order(struct reader *r)
{
	struct family_order o = {.text = cut_text(r), .first = UINT64_MAX};
	const char *w;

	room_for(r, r->now->n_order);
	o.column = mem_string(list_needed(&r->list, &r->rest));
	list_expect(&r->list, &r->rest, "of");
	o.of = mem_string(list_needed(&r->list, &r->rest));
	while ((w = list_word(&r->rest)) != NULL)
		if (strcmp(w, "in") == 0 && o.in == NULL)
			o.in = mem_string(list_needed(&r->list, &r->rest));
		else if (strcmp(w, "first") == 0)
			o.first =
			    strtoull(list_needed(&r->list, &r->rest), NULL, 10);
		else if (strcmp(w, "top") == 0)
			o.top = true;
		else
			list_refuse(&r->list, "in, first or top are expected");
	r->now->order[r->now->n_order++] = o;
}

static void
read_table(struct reader *r, struct families *f)
{
	f->family = mem_grow(f->family, &f->cap, f->n + 1, sizeof(*f->family));
	r->now = &f->family[f->n++];
	*r->now = (struct family){0};
	read_words(r, r->now->name, &r->now->n_name);
}

static void
read_line(struct reader *r, struct families *f)
{
	const char *w = list_word(&r->rest);

	if (strcmp(w, "table") == 0)
		read_table(r, f);
	else if (r->now == NULL)
		list_refuse(&r->list, "a table is expected first");
	else if (strcmp(w, "key") == 0)
		read_words(r, r->now->key, &r->now->n_key);
	else if (strcmp(w, "skip") == 0)
		read_words(r, r->now->skip, &r->now->n_skip);
	else if (strcmp(w, "adds") == 0)
		read_sum(r);
	else if (strcmp(w, "whole") == 0)
		read_whole(r);
	else if (strcmp(w, "say") == 0)
		read_say(r);
	else if (strcmp(w, "order") == 0)
		read_order(r);
	else if (strcmp(w, "lead") == 0) {
		free(r->now->lead_text);
		r->now->lead_text = cut_text(r);
		read_words(r, r->now->lead, &r->now->n_lead);
	} else
		die_data(r->list.in.name, r->list.in.line,
		    "'%s' is none of table key skip adds whole lead say order",
		    w);
}

void
family_open(struct families *f, const char *path)
{
	struct reader r = {0};
	size_t len;

	*f = (struct families){0};
	list_open(&r.list, path);
	while ((r.rest = list_next(&r.list, &len)) != NULL)
		read_line(&r, f);
	list_close(&r.list);
}

static void
free_words(char **w, size_t n)
{
	for (size_t i = 0; i < n; i++)
		free(w[i]);
}

static void
free_family(struct family *f)
{
	free_words(f->name, f->n_name);
	free_words(f->key, f->n_key);
	free_words(f->skip, f->n_skip);
	free_words(f->lead, f->n_lead);
	free(f->lead_text);
	for (size_t i = 0; i < f->n_sum; i++) {
		free(f->sum[i].column);
		free(f->sum[i].from);
		free_words(f->sum[i].by, f->sum[i].n_by);
		free_words(f->sum[i].base, f->sum[i].n_by);
	}
	for (size_t i = 0; i < f->n_say; i++) {
		for (size_t k = 0; k < f->say[i].n_test; k++) {
			free(f->say[i].test[k].column);
			free(f->say[i].test[k].value);
		}
		free(f->say[i].text);
	}
	for (size_t i = 0; i < f->n_order; i++) {
		free(f->order[i].column);
		free(f->order[i].of);
		free(f->order[i].in);
		free(f->order[i].text);
	}
}

void
family_close(struct families *f)
{
	for (size_t i = 0; i < f->n; i++)
		free_family(&f->family[i]);
	free(f->family);
}

/* Does the name fit?  *at and *len are the text that PART stands for. */
static bool
fits(const char *name, const char *table, size_t *at, size_t *len)
{
	static const char part[] = "PART";
	const char *p = strstr(name, part);
	const char *end = p != NULL ? p + sizeof(part) - 1 : NULL;
	size_t n = strlen(table);

	*len = 0;
	if (p == NULL)
		return strcmp(name, table) == 0;
	*at = (size_t)(p - name);
	if (n <= *at + strlen(end) || strncmp(name, table, *at) != 0 ||
	    strcmp(table + n - strlen(end), end) != 0)
		return false;
	*len = n - *at - strlen(end);
	return true;
}

const struct family *
family_of(const struct families *f, const char *table, char **part)
{
	const struct family *best = NULL;
	size_t said = 0;

	*part = NULL;
	for (size_t i = 0; i < f->n; i++)
		for (size_t k = 0; k < f->family[i].n_name; k++) {
			size_t at = 0;
			size_t len;

			size_t says;

			if (!fits(f->family[i].name[k], table, &at, &len))
				continue;
			says = strlen(table) - len;
			if (best != NULL && says <= said)
				continue;
			best = &f->family[i];
			said = says;
			free(*part);
			*part = len > 0 ? mem_copy(table + at, len) : NULL;
		}
	return best;
}
