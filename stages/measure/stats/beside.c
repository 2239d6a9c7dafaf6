#include "beside.h"

#include <stdlib.h>

#include "lib/base/mem.h"

/* PREFIX-NAME.tsv */
static void
open_file(struct aside *a, const char *prefix, const char *name)
{
	struct buf end = {0};

	buf_str(&end, "-");
	buf_str(&end, name);
	buf_str(&end, ".tsv");
	aside_open(a, prefix, end.s);
	buf_free(&end);
}

void
beside_open(struct beside *b, const struct beside_opts *o,
    const struct units_known *known)
{
	*b = (struct beside){0};
	if (o->prefix == NULL)
		return;
	b->n = o->n_part + 1;
	b->table = mem_new(b->n, sizeof(*b->table));
	for (size_t i = 0; i < b->n; i++) {
		struct beside_table *t = &b->table[i];
		bool all = i == o->n_part;

		t->o.window = o->window;
		t->o.part = all ? NULL : o->part[i];
		t->o.total = t->o.alone = all;
		units_open(&t->units, &t->o, known);
		open_file(&t->out, o->prefix, all ? "whole" : o->part[i]);
	}
}

void
beside_free(struct beside *b)
{
	for (size_t i = 0; i < b->n; i++)
		units_free(&b->table[i].units);
	free(b->table);
}

void
beside_enter(struct beside *b, struct vrt *v)
{
	for (size_t i = 0; i < b->n; i++)
		units_enter(&b->table[i].units, v);
}

void
beside_outside(struct beside *b)
{
	for (size_t i = 0; i < b->n; i++)
		units_outside(&b->table[i].units);
}

void
beside_add(struct beside *b, const struct tally *t, const struct types *forms,
    const struct types *stems)
{
	for (size_t i = 0; i < b->n; i++)
		units_add(&b->table[i].units, t, forms, stems);
}

void
beside_put(struct beside *b)
{
	for (size_t i = 0; i < b->n; i++) {
		units_put(&b->table[i].units, &b->table[i].out.out);
		aside_close(&b->table[i].out);
	}
}

void
beside_rename(struct beside *b)
{
	for (size_t i = 0; i < b->n; i++)
		aside_rename(&b->table[i].out);
}

void
beside_note(const struct beside *b)
{
	for (size_t i = 0; i < b->n; i++)
		if (b->table[i].o.part != NULL)
			part_note(&b->table[i].units.part);
}
