#include "shown.h"

#include <stdlib.h>
#include <string.h>

#include "lib/lang/fr/form.h"
#include "lib/table/tsv.h"

struct shown_list {
	char *name;
	struct intern forms;
};

void
shown_lists_add(struct shown_lists *l, const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *name = slash != NULL ? slash + 1 : path;
	const char *dot = strrchr(name, '.');
	struct shown_list *x;

	l->list = mem_grow(l->list, &l->cap, l->n + 1, sizeof(*l->list));
	x = &l->list[l->n++];
	x->name = mem_copy(name,
	    dot != NULL && dot > name ? (size_t)(dot - name) : strlen(name));
	intern_open(&x->forms);
	form_list(&x->forms, path, true);
}

void
shown_lists_free(struct shown_lists *l)
{
	for (size_t i = 0; i < l->n; i++) {
		free(l->list[i].name);
		intern_free(&l->list[i].forms);
	}
	free(l->list);
	*l = (struct shown_lists){0};
}

void
shown_open(struct shown *s, const struct shown_lists *lists)
{
	*s = (struct shown){.lists = lists};
	s->in = mem_new(lists->n, sizeof(*s->in));
}

void
shown_begin(struct shown *s)
{
	s->n = 0;
	s->more = false;
	s->freq = 0;
	for (size_t i = 0; i < s->lists->n; i++)
		s->in[i] = 0;
}

static void
keep_form(struct shown *s, const char *form, size_t len, uint64_t n)
{
	struct shown_form last;
	size_t i = s->n;

	while (i > 0 && s->form[i - 1].n < n)
		i--;
	s->more = s->more || s->n == SHOWN_FORMS;
	if (i == SHOWN_FORMS)
		return;
	if (s->n < SHOWN_FORMS)
		s->n++;
	last = s->form[s->n - 1];
	memmove(
	    &s->form[i + 1], &s->form[i], (s->n - 1 - i) * sizeof(*s->form));
	last.s.len = 0;
	last.n = n;
	buf_mem(&last.s, form, len);
	s->form[i] = last;
}

void
shown_add(struct shown *s, const char *form, size_t len, uint64_t n)
{
	size_t i = 0;

	s->freq += n;
	if (len == 0)
		return;
	keep_form(s, form, len, n);
	while (i < s->lists->n &&
	    intern_find(&s->lists->list[i].forms, form, len) == UINT32_MAX)
		i++;
	if (i < s->lists->n)
		s->in[i] += n;
}

void
shown_put_forms(const struct shown *s, struct out *o)
{
	if (s->n == 0)
		out_str(o, "NA");
	for (size_t i = 0; i < s->n; i++) {
		if (i > 0)
			out_str(o, ", ");
		tsv_put(o, s->form[i].s.s, s->form[i].s.len);
	}
	if (s->more)
		out_str(o, ", …");
}

const char *
shown_list(const struct shown *s)
{
	uint64_t sum = 0;
	size_t most = 0;

	for (size_t i = 0; i < s->lists->n; i++) {
		sum += s->in[i];
		if (s->in[i] > s->in[most])
			most = i;
	}
	return sum * 2 > s->freq ? s->lists->list[most].name : NULL;
}

void
shown_close(struct shown *s)
{
	for (size_t i = 0; i < SHOWN_FORMS; i++)
		buf_free(&s->form[i].s);
	free(s->in);
}
