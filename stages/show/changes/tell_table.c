#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lib/table/tsv.h"
#include "tell.h"

static void
put_row(struct tell *t, const struct tell_change *c)
{
	struct buf b = {0};
	const struct share *h =
	    tell_adds_up(t, c->table, c->cell) ? tell_share(t, c->cell) : NULL;
	bool lone =
	    c->cell->col[0] == UINT32_MAX && c->cell->col[1] == UINT32_MAX;
	double v[2];

	tsv_put(&t->out, c->table->name, strlen(c->table->name));
	out_ch(&t->out, '\t');
	differ_key(c->table, c->cell, &b);
	tsv_put(&t->out, b.s, b.len);
	out_tab_str(&t->out, differ_column(c->table, c->cell));
	for (size_t side = 0; side < 2; side++) {
		const char *s = differ_value(c->table, c->cell, side);
		bool row = c->cell->row[side] != UINT32_MAX;

		b.len = 0;
		if (lone)
			buf_str(&b, row ? "1" : "0");
		else
			tell_number(&b, s, h, side);
		out_ch(&t->out, '\t');
		tsv_put(&t->out, b.s, b.len);
		v[side] = c->cell->figure || h != NULL || lone
		    ? strtod(b.s, NULL)
		    : (double)NAN;
	}
	out_tab_real(&t->out, v[1] - v[0]);
	out_tab_real(&t->out, lone ? (double)NAN : v[1] / v[0]);
	b.len = 0;
	tell_cause(t, c->table, c->cell, &b);
	out_ch(&t->out, '\t');
	tsv_put(&t->out, b.s, b.len);
	out_ch(&t->out, '\n');
	buf_free(&b);
}

void
tell_table(struct tell *t)
{
	size_t n;
	struct tell_change *c = tell_changes(t, NULL, false, &n);

	out_stdout(&t->out);
	out_str(&t->out,
	    "table\tkey\tcolumn\tbefore\tafter\tdifference\tratio\tcause\n");
	for (size_t i = 0; i < n; i++)
		put_row(t, &c[i]);
	out_close(&t->out);
	free(c);
}
