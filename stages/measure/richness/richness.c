/* richness - indices of lexical richness.  See richness(1). */
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "indices.h"
#include "indices_less.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "measure/common/figures.h"
#include "measure/common/spectrum.h"
#include "measure/common/words.h"
#include "spectra.h"

static const struct opt_page page = {
    "richness [-BghqVv] [-b attr] [-c column] [-f format] [-i index,...] "
    "[-l level] [-u unit] [-w window] [file ...]",
    "indices of lexical richness", "Bb:c:f:gi:l:u:w:"};

enum {
	WINDOW = 100,
	WINDOW_MAX = 1000000
};

enum format {
	TOKENS,
	COUNTS,
	SPECTRUM
};

struct opts {
	struct words_opts words; /* -b, -c, -g, -u */
	struct indices indices;  /* -i */
	enum format format;      /* -f */
	double level;            /* -l */
	size_t window;           /* -w */
	bool bounds;             /* -B */
};

struct work {
	const struct opts *o;
	struct words words;
	struct indices_work indices;
	struct indices_less less; /* intervals */
	struct figures table;
	size_t *end; /* of the speeches of the text under way, in words */
	size_t cap_end;
};

/* ---- the table ---- */

static void
add_columns(const struct opts *o, struct figures *f)
{
	if (o->format == TOKENS && (o->words.by != NULL || o->words.whole))
		figures_column(f, "speeches", "", true);
	figures_column(f, "words", "", true);
	figures_column(f, "types", "", true);
	figures_column(f, "hapax", "", true);
	figures_column(f, "dis", "", true);
	for (size_t i = 0; i < o->indices.n; i++)
		figures_measured(
		    f, indices_name(o->indices.index[i]), o->bounds);
	if (o->bounds)
		figures_column(f, "units", "", true);
}

/* The counts behind the indices; returns the place behind them. */
static double *
put_counts(double *x, const struct spectrum *s)
{
	*x++ = (double)s->tokens;
	*x++ = (double)s->types;
	*x++ = (double)spectrum_types(s, 1);
	*x++ = (double)spectrum_types(s, 2);
	return x;
}

/* ---- texts ---- */

static struct indices_text
whole_text(struct work *w, const struct words_text *t)
{
	w->end = mem_grow(w->end, &w->cap_end, t->n_speech, sizeof(*w->end));
	for (size_t i = 0; i < t->n_speech; i++)
		w->end[i] =
		    t->speech[i] > 0 ? t->unit[t->speech[i] - 1].end : 0;
	return (struct indices_text){t->id, w->end, t->n_speech};
}

static void
take_text(struct work *w, const struct words_text *t)
{
	const struct opts *o = w->o;
	struct indices_text text = whole_text(w, t);
	struct stat_interval in[INDICES_MAX];
	double value[INDICES_MAX];
	size_t len;
	const char *name = words_name(&w->words, t, &len);
	double *x = figures_name(&w->table, name, len);

	indices_of_text(&w->indices, &text, w->words.t.types.n, value);
	if (o->words.by != NULL || o->words.whole)
		*x++ = (double)t->speeches;
	x = put_counts(x, &w->indices.spectrum);
	if (o->bounds)
		indices_less(&w->less, &w->words, t, value, in);
	x = figures_fill(x, value, o->bounds ? in : NULL, o->indices.n);
	if (o->bounds)
		*x = w->less.n_unit;
}

static void
measure_tokens(const struct opts *o, struct figures *table, char **files, int n)
{
	struct work w = {.o = o};
	const struct words_text *t;

	figures_open(&w.table, "part");
	add_columns(o, &w.table);
	indices_open(&w.indices, &o->indices, o->window);
	w.less = (struct indices_less){.work = &w.indices,
	    .by_speech = words_by_speech(&o->words),
	    .level = o->level};
	words_open(&w.words, &o->words, files, n);
	while ((t = words_next(&w.words)) != NULL)
		take_text(&w, t);
	words_note(&w.words);
	words_close(&w.words);
	indices_less_free(&w.less);
	indices_free(&w.indices);
	free(w.end);
	*table = w.table;
}

static void
measure_table(const struct opts *o, struct figures *table, char **files, int n)
{
	struct spectra t;

	if (o->format == COUNTS)
		spectra_of_counts(&t, files, n);
	else
		spectra_of_classes(&t, files, n);
	figures_open(table, t.head);
	add_columns(o, table);
	for (uint32_t i = 0; i < t.keys.n; i++) {
		size_t len;
		const char *key = intern_s(&t.keys, i, &len);
		double *x = figures_row(table, key, len);

		x = put_counts(x, &t.s[i]);
		indices_of_spectrum(&o->indices, &t.s[i], x);
	}
	spectra_free(&t);
}

/* ---- the program ---- */

static void
parse_indices(struct opts *o, char *arg)
{
	bool counts = o->format != TOKENS;
	char *s;

	while ((s = strsep(&arg, ",")) != NULL)
		if (!indices_add(&o->indices, s, counts))
			die_usage("option -i: '%s' is no index (richness.1 "
				  "lists them)",
			    s);
	for (size_t i = 0; counts && i < o->indices.n; i++)
		if (indices_ordered(o->indices.index[i]))
			die_usage("option -i: %s goes by the order of the "
				  "words, which counts have not",
			    indices_name(o->indices.index[i]));
}

static void
check_options(const struct opts *o)
{
	if (o->words.by != NULL && o->words.whole)
		opt_refuse(&page, "-b makes parts, -g one of all: not both");
	if (o->format == TOKENS)
		return;
	if (o->bounds)
		opt_refuse(
		    &page, "-B needs a token stream: units are left out");
	if (o->words.by != NULL || o->words.whole)
		opt_refuse(&page, "-b and -g are for token streams");
}

static void
read_options(struct opts *o, int argc, char **argv)
{
	char usual[] = "usual";
	char *chosen = usual;
	int ch;

	while ((ch = opt_next(argc, argv, &page)) != -1)
		switch (ch) {
		case 'B':
			o->bounds = true;
			break;
		case 'b':
			o->words.by = optarg;
			break;
		case 'c':
			o->words.column = optarg;
			break;
		case 'f':
			o->format = (enum format)opt_word(
			    ch, optarg, "tokens counts spectrum");
			break;
		case 'g':
			o->words.whole = true;
			break;
		case 'i':
			chosen = optarg;
			break;
		case 'l':
			o->level = opt_real(ch, optarg, 0.01, 0.9999);
			break;
		case 'u':
			o->words.drawn = WORDS_SENTENCES +
			    (enum words_drawn)opt_word(
				ch, optarg, "sentence speech");
			break;
		case 'w':
			o->window = opt_u64(ch, optarg, 1, WINDOW_MAX);
			break;
		}
	check_options(o);
	parse_indices(o, chosen);
}

/* What has no interval is named. */
static void
note_bounds(const struct opts *o)
{
	for (size_t i = 0; o->bounds && i < o->indices.n; i++) {
		int index = o->indices.index[i];

		if (indices_bounds(index) == INDICES_NO_BOUNDS)
			note("no interval for %s, which leaving units out "
			     "would make far too wide (richness.1)",
			    indices_name(index));
	}
}

int
main(int argc, char **argv)
{
	struct opts o = {
	    .words.column = "form", .level = 0.95, .window = WINDOW};
	struct figures table;
	struct out out;

	err_init(argv[0]);
	read_options(&o, argc, argv);
	note_bounds(&o);
	if (o.format == TOKENS)
		measure_tokens(&o, &table, argv + optind, argc - optind);
	else
		measure_table(&o, &table, argv + optind, argc - optind);
	out_stdout(&out);
	figures_put(&table, &out);
	out_close(&out);
	figures_free(&table);
	return RC_OK;
}
