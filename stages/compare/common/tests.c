#include "tests.h"

void
tests_open(struct tests_file *t, const char *prefix, const struct counts *c)
{
	*t = (struct tests_file){.c = c, .wanted = prefix != NULL};
	if (!t->wanted)
		return;
	aside_open(&t->f, prefix, ".tests.tsv");
	out_str(&t->f.out, c->has_size ? "n\t" : "");
	out_str(&t->f.out, "speeches\ttests\tdeals\tleast_p\tleast_q\n");
}

void
tests_put(struct tests_file *t, uint32_t size, uint32_t units,
    const struct chance *found)
{
	size_t len;
	const char *s = counts_name(&t->c->sizes, size, &len);

	if (!t->wanted)
		return;
	if (t->c->has_size) {
		out_mem(&t->f.out, s, len);
		out_ch(&t->f.out, '\t');
	}
	out_u64(&t->f.out, units);
	out_tab_u64(&t->f.out, found->family);
	out_tab_u64(&t->f.out, found->n);
	out_tab_real(&t->f.out, found->least);
	out_tab_real(&t->f.out, chance_least_q(found));
	out_ch(&t->f.out, '\n');
}

void
tests_close(struct tests_file *t)
{
	if (!t->wanted)
		return;
	aside_close(&t->f);
	aside_rename(&t->f);
}
