/* typical - the sentences of each part that have most of its specific words
 * (typical.1) */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/err.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/table/tsv.h"
#include "scan.h"

static const struct opt_page page = {
    "typical [-hqVv] [-b attr] [-c column] [-k number] [-l words] "
    "[-M sum|mean] [-t q] [-x types] -d specificities [file ...]",
    "the sentences that have most of the specific words of a part",
    "b:c:d:k:l:M:t:x:"};

enum {
	SENTENCES = 10, /* of a part */
	LEAST = 8       /* words of a sentence */
};

/* ---- the table ---- */

static void
put_cell(struct out *o, const char *s)
{
	out_ch(o, '\t');
	tsv_put(o, s, strlen(s));
}

static void
put_sentence(struct out *o, const struct best_sentence *s)
{
	out_tab_real(o, s->score);
	out_tab_u64(o, s->n_word);
	out_tab_u64(o, s->times);
	put_cell(o, best_field(s, SCAN_SPEECH));
	out_tab_u64(o, s->sentence);
	put_cell(o, best_field(s, SCAN_SOURCE));
	if (s->line > 0)
		out_tab_u64(o, s->line);
	else
		out_str(o, "\tNA");
	for (size_t k = SCAN_TERMS; k < SCAN_FIELDS; k++)
		put_cell(o, best_field(s, k));
	out_ch(o, '\n');
}

static void
put_part(const struct scan *j, uint32_t part, struct out *o)
{
	const struct best_part *p = &j->best.part[part];
	size_t len;
	const char *name = intern_s(&j->specific.parts, part, &len);

	for (size_t k = 0; k < p->n; k++) {
		tsv_put(o, name, len);
		put_sentence(o, p->s[k]);
	}
}

static void
put_table(const struct scan *j, struct out *o)
{
	const struct intern *parts = &j->specific.parts;
	uint32_t *rank;
	uint32_t *order;

	intern_rank(parts, &rank, &order);
	out_str(o,
	    "part\tscore\twords\ttimes\tspeech\tsentence\tsource\tline\t"
	    "terms\tagainst\ttext\n");
	for (uint32_t i = 0; i < parts->n; i++)
		if (order[i] < j->best.n)
			put_part(j, order[i], o);
	free(rank);
	free(order);
}

static void
tell(const struct scan *j)
{
	uint64_t n = 0;

	tokens_note(&j->t);
	note_count(j->n_outside, "word outside sentences (<s>): passed over",
	    "words outside sentences (<s>): passed over");
	note_count(j->specific.parts.n - j->n_heard,
	    "part of the table that no speech has",
	    "parts of the table that no speech has");
	for (uint32_t i = 0; i < j->specific.terms.n; i++) {
		size_t len;
		const char *s = intern_s(&j->specific.terms, i, &len);

		n += intern_find(&j->t.types, s, len) == UINT32_MAX;
	}
	note_count(n, "specific word that no token is: was it counted by -c?",
	    "specific words that no token is: were they counted by -c?");
}

/* ---- the program ---- */

static void
read_options(struct scan_opts *o, int argc, char **argv)
{
	int ch;

	while ((ch = opt_next(argc, argv, &page)) != -1)
		switch (ch) {
		case 'b':
			o->by = optarg;
			break;
		case 'c':
			o->classes = tokens_classes(optarg);
			o->column = optarg;
			break;
		case 'd':
			o->table = optarg;
			break;
		case 'k':
			o->sentences = opt_u64(ch, optarg, 1, UINT32_MAX);
			break;
		case 'l':
			o->least = opt_u64(ch, optarg, 1, UINT32_MAX);
			break;
		case 'M':
			o->mean = opt_word(ch, optarg, "sum mean") == 1;
			break;
		case 't':
			o->q = opt_real(ch, optarg, 0, 1);
			break;
		case 'x':
			o->listed = optarg;
			break;
		}
	if (o->table == NULL)
		opt_refuse(&page, "-d is needed");
}

int
main(int argc, char **argv)
{
	struct scan_opts o = {.by = "speaker",
	    .column = "form",
	    .sentences = SENTENCES,
	    .least = LEAST,
	    .q = 0.05};
	struct scan j;
	struct out out;

	err_init(argv[0]);
	read_options(&o, argc, argv);
	scan_open(&j, &o, argv + optind, argc - optind);
	scan_run(&j);
	out_stdout(&out);
	put_table(&j, &out);
	out_close(&out);
	tell(&j);
	scan_close(&j);
	return RC_OK;
}
