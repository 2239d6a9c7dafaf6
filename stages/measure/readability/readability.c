/* readability - lengths of sentences and words.  See readability(1). */
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/lang/fr/lang.h"
#include "lib/stat/jackknife.h"
#include "measure/common/figures.h"
#include "measure/common/tally.h"
#include "measure/common/words.h"
#include "syllables.h"

static const struct opt_page page = {
    "readability [-BghqVv] [-b attr] [-C convention] [-l level] [-u unit] "
    "[-x syllables] [file ...]",
    "readability of French texts", "Bb:C:gl:u:x:"};

enum {
	LONG = 7 /* letters of a long word, at least */
};

/* Counts of a text, or of a unit of it. */
enum count {
	WORDS,
	SENTENCES,
	SYLLABLES,
	LETTERS,
	LONG_WORDS,
	COUNTS
};

enum figure {
	ASL,
	ASW,
	SCORE,
	LIX,
	RIX,
	FIGURES
};

struct opts {
	struct words_opts words; /* -b, -g */
	bool textstat;           /* -C */
	double level;            /* -l */
	bool bounds;             /* -B */
	const char *syllables;   /* -x */
};

/* Of a type. */
struct known {
	uint32_t syllables;
	uint32_t letters;
};

struct work {
	const struct opts *o;
	bool by_speech; /* the units of -B */
	struct words words;
	struct syllables syllables;
	struct known *known; /* by type */
	size_t cap_known;
	uint32_t n_known;
	uint64_t *unit; /* counts of the text's units, one after another */
	size_t cap_unit;
	uint32_t n_unit;
	struct figures table;
};

/* asl: words by sentences; long words have more than six letters. */

/* LIX (Bjornsson 1968).  R: asl + 100 * long / words */
static double
lix(double asl, double long_by_words)
{
	return asl + 100 * long_by_words;
}

/* RIX (Anderson 1983).  R: long / sentences */
static double
rix(double long_words, double sentences)
{
	return long_words / sentences;
}

/* ---- figures ---- */

static void
figures(const uint64_t *sum, double *x, double (*score)(double asl, double asw))
{
	double words = (double)sum[WORDS];
	double sentences = (double)sum[SENTENCES];
	double asl = sentences > 0 ? words / sentences : (double)NAN;
	double asw = words > 0 ? (double)sum[SYLLABLES] / words : (double)NAN;

	x[ASL] = asl;
	x[ASW] = asw;
	x[SCORE] = score(asl, asw);
	x[LIX] = lix(asl, (double)sum[LONG_WORDS] / words);
	x[RIX] = sentences > 0 ? rix((double)sum[LONG_WORDS], sentences)
			       : (double)NAN;
}

static void
figures_kandel_moles(const uint64_t *sum, double *x)
{
	figures(sum, x, lang_ease_kandel_moles);
}

static void
figures_textstat(const uint64_t *sum, double *x)
{
	figures(sum, x, lang_ease_textstat);
}

/* ---- counts ---- */

static void
learn_types(struct work *w)
{
	const struct intern *types = &w->words.t.types;

	w->known =
	    mem_grow(w->known, &w->cap_known, types->n, sizeof(*w->known));
	for (; w->n_known < types->n; w->n_known++) {
		size_t len;
		const char *s = intern_s(types, w->n_known, &len);

		w->known[w->n_known] = (struct known){
		    syllables_of(&w->syllables, s, len), tally_letters(s, len)};
	}
}

static void
add_words(const struct work *w, const uint32_t *id, size_t n, uint64_t *sum)
{
	sum[WORDS] += n;
	for (size_t i = 0; i < n; i++) {
		const struct known *k = &w->known[id[i]];

		sum[SYLLABLES] += k->syllables;
		sum[LETTERS] += k->letters;
		sum[LONG_WORDS] += k->letters >= LONG;
	}
}

/* The counts of the units from unit `from` on, up to `to`, into a unit of -B
 * each, or one. */
static void
add_units(struct work *w, const struct words_text *t, size_t from, size_t to)
{
	size_t at = from > 0 ? t->unit[from - 1].end : 0;
	uint64_t *sum = NULL;

	for (size_t k = from; k < to; k++) {
		const struct words_unit *u = &t->unit[k];

		if (sum == NULL || !w->by_speech) {
			w->unit = mem_grow(w->unit, &w->cap_unit,
			    ((size_t)w->n_unit + 1) * COUNTS, sizeof(*w->unit));
			sum = w->unit + (size_t)w->n_unit++ * COUNTS;
			memset(sum, 0, COUNTS * sizeof(*sum));
		}
		sum[SENTENCES] += u->sentence;
		add_words(w, t->id + at, u->end - at, sum);
		at = u->end;
	}
}

static void
count(struct work *w, const struct words_text *t, uint64_t *sum)
{
	size_t from = 0;

	learn_types(w);
	w->n_unit = 0;
	for (size_t i = 0; i < t->n_speech; i++) {
		add_units(w, t, from, t->speech[i]);
		from = t->speech[i];
	}
	memset(sum, 0, COUNTS * sizeof(*sum));
	for (size_t i = 0; i < w->n_unit; i++)
		for (size_t k = 0; k < COUNTS; k++)
			sum[k] += w->unit[i * COUNTS + k];
}

/* ---- texts ---- */

static void
take_text(struct work *w, const struct words_text *t)
{
	const struct opts *o = w->o;
	struct stat_jackknife_table table = {.n_col = COUNTS,
	    .n_figure = FIGURES,
	    .plain = 1U << SCORE,
	    .figures = o->textstat ? figures_textstat : figures_kandel_moles};
	struct stat_interval in[FIGURES];
	uint64_t sum[COUNTS];
	double value[FIGURES];
	size_t len;
	const char *name = words_name(&w->words, t, &len);
	double *x = figures_name(&w->table, name, len);

	count(w, t, sum);
	table.x = w->unit;
	table.n = w->n_unit;
	table.runs = stat_jackknife_runs(table.n, !w->by_speech);
	table.figures(sum, value);
	if (o->bounds)
		stat_jackknife_sums(&table, o->level, in);
	if (o->words.by != NULL || o->words.whole)
		*x++ = (double)t->speeches;
	for (size_t k = 0; k < COUNTS; k++)
		*x++ = (double)sum[k];
	x = figures_fill(x, value, o->bounds ? in : NULL, FIGURES);
	if (o->bounds)
		*x = w->n_unit;
}

static void
add_columns(const struct opts *o, struct figures *f)
{
	static const char *const counts[COUNTS] = {
	    "words", "sentences", "syllables", "letters", "long_words"};
	const char *const names[FIGURES] = {"asl", "asw",
	    o->textstat ? "textstat" : "kandel_moles", "lix", "rix"};

	if (o->words.by != NULL || o->words.whole)
		figures_column(f, "speeches", "", true);
	for (size_t k = 0; k < COUNTS; k++)
		figures_column(f, counts[k], "", true);
	for (size_t k = 0; k < FIGURES; k++)
		figures_measured(f, names[k], o->bounds);
	if (o->bounds)
		figures_column(f, "units", "", true);
}

static void
measure(const struct opts *o, char **files, int n)
{
	struct work w = {.o = o, .by_speech = words_by_speech(&o->words)};
	const struct words_text *t;
	struct out out;
	char *list = NULL;

	if (o->syllables == NULL)
		list = lang_path(LANG_SYLLABLES);
	syllables_open(&w.syllables, list != NULL ? list : o->syllables);
	free(list);
	figures_open(&w.table, "part");
	add_columns(o, &w.table);
	words_open(&w.words, &o->words, files, n);
	while ((t = words_next(&w.words)) != NULL)
		take_text(&w, t);
	out_stdout(&out);
	figures_put(&w.table, &out);
	out_close(&out);
	words_note(&w.words);
	words_close(&w.words);
	syllables_close(&w.syllables);
	figures_free(&w.table);
	free(w.known);
	free(w.unit);
}

/* ---- the program ---- */

static void
read_options(struct opts *o, int argc, char **argv)
{
	int ch;

	while ((ch = opt_next(argc, argv, &page)) != -1)
		switch (ch) {
		case 'B':
			o->bounds = true;
			break;
		case 'b':
			o->words.by = optarg;
			break;
		case 'C':
			o->textstat =
			    opt_word(ch, optarg, "kandel-moles textstat") == 1;
			break;
		case 'g':
			o->words.whole = true;
			break;
		case 'l':
			o->level = opt_real(ch, optarg, 0.01, 0.9999);
			break;
		case 'u':
			o->words.drawn = WORDS_SENTENCES +
			    (enum words_drawn)opt_word(
				ch, optarg, "sentence speech");
			break;
		case 'x':
			o->syllables = optarg;
			break;
		}
	if (o->words.by != NULL && o->words.whole)
		opt_refuse(&page, "-b makes parts, -g one of all: not both");
}

int
main(int argc, char **argv)
{
	struct opts o = {.words.column = "form", .level = 0.95};

	err_init(argv[0]);
	read_options(&o, argc, argv);
	measure(&o, argv + optind, argc - optind);
	return RC_OK;
}
