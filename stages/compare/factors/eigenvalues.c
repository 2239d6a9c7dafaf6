#include "eigenvalues.h"

#include <inttypes.h>
#include <math.h>
#include <unistd.h>

#include "lib/base/out.h"

/* The columns of a test, none of which was made where x is NULL. */
static void
put_test(struct out *o, const struct dealt *d, const struct dealt_figure *x)
{
	const double none = (double)NAN;
	const bool made = x != NULL && d->n > 0;

	out_tab_real(o, made ? x->chance : none);
	out_tab_real(o, made ? x->p : none);
	out_fmt(o, "\t%" PRIu64, d->n);
	out_tab_real(o, d->n > 0 ? d->least : none);
}

void
eigenvalues_put(
    const char *path, const struct stat_ca *a, const struct dealt *d)
{
	struct aside f;
	double sum = 0;

	aside_open(&f, path, "");
	out_str(&f.out, "axis\teigenvalue\tpercent\tcumulated");
	out_str(&f.out, d != NULL ? "\tchance\tp\tdeals\tleast\n" : "\n");
	for (size_t k = 0; k < a->n_value; k++) {
		sum += a->value[k];
		out_fmt(&f.out, "%zu\t", k + 1);
		out_real(&f.out, a->value[k]);
		out_tab_real(&f.out, 100 * a->value[k] / a->inertia);
		out_tab_real(&f.out, 100 * sum / a->inertia);
		if (d != NULL)
			put_test(&f.out, d,
			    k + 1 < d->n_test && !d->by_words ? &d->test[k + 1]
							      : NULL);
		out_ch(&f.out, '\n');
	}
	if (d != NULL) {
		out_str(&f.out, "total\t");
		out_real(&f.out, a->inertia);
		out_str(&f.out, "\t100\t100");
		put_test(&f.out, d, &d->test[0]);
		out_ch(&f.out, '\n');
	}
	aside_close(&f);
	aside_rename(&f);
}
