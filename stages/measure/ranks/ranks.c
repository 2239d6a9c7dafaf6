/* ranks - each figure of a speech against those of all others (ranks.1) */
#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics_double.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/table/tsv.h"

static const struct opt_page page = {
    "ranks [-hqVv] [-c [name=]column[/column[*factor]],...] [-k column] [file]",
    "each figure of a speech against those of all others", "c:k:"};

enum {
	MOST = 64
};

/* A column, or the ratio of two times a factor. */
struct measure {
	char *name;
	char *above;
	char *below; /* NULL: no ratio */
	double factor;
	int col[2];
	double *v; /* by row; NAN: none */
	size_t cap;
	double *sorted; /* those that there are */
	size_t n;
};

struct job {
	struct tsv in;
	struct measure m[MOST];
	size_t n_m;
	struct buf keys; /* of the rows, a NUL behind each */
	size_t n_row;
};

/* ---- what is measured ---- */

/* Of the table of stats(1). */
static const char standard[] =
    "words,forms,sentence_length,word_length,ttr,mattr,"
    "hapax=hapax/forms*100,questions=questions/sentences*100,"
    "exclamations=exclamations/sentences*100,"
    "first_singular=first_singular/words*1000,"
    "first_plural=first_plural/words*1000";
/* What it has of parts of speech and of tenses, where they are known. */
static const char with_tagged[] =
    "nouns=nouns/tagged*100,names=names/tagged*100,verbs=verbs/tagged*100,"
    "auxiliaries=auxiliaries/tagged*100,adjectives=adjectives/tagged*100,"
    "adverbs=adverbs/tagged*100,pronouns=pronouns/tagged*100";
static const char with_finite[] =
    "present=present/finite*100,perfect=perfect/finite*100,"
    "imperfect=imperfect/finite*100,pluperfect=pluperfect/finite*100,"
    "past_simple=past_simple/finite*100,future=future/finite*100,"
    "conditional=conditional/finite*100,subjunctive=subjunctive/finite*100,"
    "imperative=imperative/finite*100";

static void
add_measure(struct job *j, const char *text)
{
	struct measure *m = &j->m[j->n_m];
	const char *eq = strchr(text, '=');
	const char *body = eq != NULL ? eq + 1 : text;
	const char *slash = strchr(body, '/');
	const char *star = slash != NULL ? strchr(slash, '*') : NULL;

	if (j->n_m == MOST)
		die_usage("option -c: more than %d", MOST);
	if (*body == '\0' || eq == text || slash == body ||
	    (slash != NULL && (slash[1] == '\0' || slash + 1 == star)))
		die_usage("option -c: '%s' is not [name=]column[/column"
			  "[*factor]]",
		    text);
	m->name =
	    eq != NULL ? mem_copy(text, (size_t)(eq - text)) : mem_string(text);
	m->above = mem_copy(
	    body, slash != NULL ? (size_t)(slash - body) : strlen(body));
	if (slash != NULL)
		m->below = mem_copy(slash + 1,
		    star != NULL ? (size_t)(star - slash - 1)
				 : strlen(slash + 1));
	m->factor = star != NULL ? opt_real('c', star + 1, 1e-9, 1e9) : 1;
	j->n_m++;
}

static void
add_measures(struct job *j, const char *list)
{
	char *text = mem_string(list);
	char *s = text;

	while (s != NULL) {
		char *comma = strchr(s, ',');

		if (comma != NULL)
			*comma++ = '\0';
		add_measure(j, s);
		s = comma;
	}
	free(text);
}

static void
add_standard(struct job *j)
{
	add_measures(j, standard);
	if (tsv_has(&j->in, "tagged") >= 0)
		add_measures(j, with_tagged);
	if (tsv_has(&j->in, "finite") >= 0)
		add_measures(j, with_finite);
}

/* ---- rows ---- */

static double
figure(const struct job *j, const struct measure *m)
{
	double a = tsv_real(&j->in, (size_t)m->col[0]);
	double b;

	if (m->below == NULL)
		return a;
	b = tsv_real(&j->in, (size_t)m->col[1]);
	return b > 0 ? m->factor * a / b : (double)NAN;
}

static void
read_rows(struct job *j, const char *key)
{
	size_t col = tsv_column(&j->in, key);

	for (size_t i = 0; i < j->n_m; i++) {
		struct measure *m = &j->m[i];

		m->col[0] = (int)tsv_column(&j->in, m->above);
		if (m->below != NULL)
			m->col[1] = (int)tsv_column(&j->in, m->below);
	}
	while (tsv_next(&j->in)) {
		buf_mem(&j->keys, j->in.cell[col], j->in.size[col] + 1);
		for (size_t i = 0; i < j->n_m; i++) {
			struct measure *m = &j->m[i];

			m->v = mem_grow(
			    m->v, &m->cap, j->n_row + 1, sizeof(*m->v));
			m->v[j->n_row] = figure(j, m);
		}
		j->n_row++;
	}
}

static void
sort(struct job *j)
{
	for (size_t i = 0; i < j->n_m; i++) {
		struct measure *m = &j->m[i];

		m->sorted = mem_new(j->n_row, sizeof(*m->sorted));
		for (size_t k = 0; k < j->n_row; k++)
			if (!isnan(m->v[k]))
				m->sorted[m->n++] = m->v[k];
		if (m->n > 0)
			gsl_sort(m->sorted, 1, m->n);
	}
}

/* How many are larger than v. */
static size_t
n_above(const struct measure *m, double v)
{
	size_t low = 0;
	size_t high = m->n;

	while (low < high) {
		size_t at = low + (high - low) / 2;

		if (m->sorted[at] > v)
			high = at;
		else
			low = at + 1;
	}
	return m->n - low;
}

static void
put_table(const struct job *j)
{
	const char *key = j->keys.s;
	struct out o;

	out_stdout(&o);
	out_str(&o, "part\tmeasure\tvalue\tmedian\tlowest\thighest\trank\tn\n");
	for (size_t k = 0; k < j->n_row; k++) {
		for (size_t i = 0; i < j->n_m; i++) {
			const struct measure *m = &j->m[i];
			bool none = m->n == 0;

			tsv_put(&o, key, strlen(key));
			out_ch(&o, '\t');
			tsv_put(&o, m->name, strlen(m->name));
			out_tab_real(&o, m->v[k]);
			out_tab_real(&o,
			    none ? (double)NAN
				 : gsl_stats_median_from_sorted_data(
				       m->sorted, 1, m->n));
			out_tab_real(&o, none ? (double)NAN : m->sorted[0]);
			out_tab_real(
			    &o, none ? (double)NAN : m->sorted[m->n - 1]);
			if (isnan(m->v[k]))
				out_str(&o, "\tNA");
			else
				out_tab_u64(&o, n_above(m, m->v[k]) + 1);
			out_tab_u64(&o, m->n);
			out_ch(&o, '\n');
		}
		key += strlen(key) + 1;
	}
	out_close(&o);
}

static void
free_job(struct job *j)
{
	for (size_t i = 0; i < j->n_m; i++) {
		free(j->m[i].name);
		free(j->m[i].above);
		free(j->m[i].below);
		free(j->m[i].v);
		free(j->m[i].sorted);
	}
	buf_free(&j->keys);
	tsv_close(&j->in);
}

int
main(int argc, char **argv)
{
	const char *key = "part";
	struct job j = {0};
	int ch;

	err_init(argv[0]);
	while ((ch = opt_next(argc, argv, &page)) != -1)
		switch (ch) {
		case 'c':
			add_measures(&j, optarg);
			break;
		case 'k':
			key = optarg;
			break;
		}
	if (argc - optind > 1)
		opt_refuse(&page, "one table at a time");
	tsv_open(&j.in, argv[optind]);
	if (j.n_m == 0)
		add_standard(&j);
	read_rows(&j, key);
	sort(&j);
	put_table(&j);
	free_job(&j);
	return RC_OK;
}
