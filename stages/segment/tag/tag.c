/* tag - adds the part of speech and the lemma of each token (tag.1).
 *
 * It passes every line on, so it reads the lines itself and not by tokens.h,
 * whose rules and notes on streams without kinds and tokens without a value it
 * keeps. */
#include <inttypes.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "decode.h"
#include "entries.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/lang/fr/lang.h"
#include "lib/stream/tokens.h"
#include "lib/stream/vrt.h"
#include "score.h"
#include "segment/common/columns.h"
#include "train.h"
#include "words.h"

static const struct opt_page page = {
    "tag [-hqTVvX] [-c column] [-d dictionary] [-o columns] [-w weights] "
    "[file ...]",
    "add the part of speech and the lemma of each token, by their context",
    "c:d:o:Tw:X"};

struct opts {
	const char *column;     /* NULL: form */
	const char *dictionary; /* NULL: hunspell's French one */
	const char *weights;    /* NULL: the bundled ones */
	char *cols;             /* NULL: those that come in, lemma and pos */
	bool plain;             /* no dictionary */
	bool train;
};

enum {
	/* So many tokens of whole sentences wait until they are looked at
	 * together, or of one sentence more. */
	WAIT = 512,
	MOST = WAIT + SENTENCE,
	WAIT_BYTES = 1 << 16 /* nor more, with lines of other things */
};

/* A token that waits. */
struct item {
	struct tokid_key key;
	uint32_t id;
	size_t at; /* in the text that waits */
	size_t len;
};

struct job {
	struct vrt v;
	struct out o;
	struct model model;
	struct speller speller;
	struct words words;
	struct sway sway;
	struct columns cols;
	struct entries entries;
	struct out wait; /* lines */
	struct item item[MOST];
	uint32_t *tab; /* their columns */
	size_t n_item;
	size_t end[MOST]; /* of the sentences */
	size_t n_end;
	uint64_t n_put;
	uint64_t n_empty;
};

static const char *
line_of(const struct job *j, size_t i)
{
	return j->wait.b.s + j->item[i].at;
}

static const uint32_t *
tab_of(const struct job *j, size_t i)
{
	return j->tab + i * j->v.n_col;
}

/* What is known of the tokens that wait: each step asks memory for what the
 * next one reads. */
static void
find_words(struct job *j, const struct word **w)
{
	struct entries *es = &j->entries;

	for (size_t i = 0; i < j->n_item; i++) {
		struct item *it = &j->item[i];
		const struct entry *e;

		it->id =
		    entries_find(es, &it->key, line_of(j, i), tab_of(j, i));
		e = entries_at(es, it->id);
		for (size_t k = 0; k < offsetof(struct entry, word.atoms);
		     k += 64)
			__builtin_prefetch((const char *)e + k);
	}
	for (size_t i = 0; i < j->n_item; i++) {
		const struct entry *e = entries_at(es, j->item[i].id);

		w[i] = &e->word;
		j->n_empty += e->empty;
		__builtin_prefetch(&es->choices.c[e->first]);
	}
}

/* The lines that wait, each token with its tag. */
static void
put_lines(struct job *j, const struct place *place)
{
	size_t from = 0;

	for (size_t i = 0; i < j->n_item; i++) {
		const struct item *it = &j->item[i];
		const struct columns_line line = {
		    line_of(j, i), it->len, tab_of(j, i)};
		const struct choice *c = entries_choice(
		    &j->entries, it->id, place[i].tag, line.s, line.tab);
		const char *text = choice_text(c);
		const struct columns_text own[COLUMNS_OWN] = {
		    {text, c->len}, {text + c->len, c->n_tag}};

		out_mem(&j->o, j->wait.b.s + from, it->at - from);
		columns_put_at(&j->cols, &line, &j->o, own);
		from = it->at + it->len + 1;
	}
	out_mem(&j->o, j->wait.b.s + from, j->wait.b.len - from);
}

/* All sentences that wait, with all lines between their tokens. */
static void
put_all(struct job *j)
{
	static struct place place[MOST];
	const struct word *w[MOST];
	size_t from = 0;

	find_words(j, w);
	score_sentences(&j->words, w, j->end, j->n_end, place);
	sway_narrow(&j->sway, place, j->n_item);
	for (size_t k = 0; k < j->n_end; k++) {
		decode(&j->model.behind, place + from, j->end[k] - from);
		from = j->end[k];
	}
	put_lines(j, place);
	j->wait.b.len = 0;
	j->n_item = 0;
	j->n_end = 0;
}

static void
end_sentence(struct job *j)
{
	size_t from = j->n_end == 0 ? 0 : j->end[j->n_end - 1];

	if (j->n_item > from)
		j->end[j->n_end++] = j->n_item;
	if (j->n_item >= WAIT || j->wait.b.len > WAIT_BYTES)
		put_all(j);
}

static void
take_token(struct job *j)
{
	struct item *it;

	if (j->n_item - (j->n_end == 0 ? 0 : j->end[j->n_end - 1]) == SENTENCE)
		end_sentence(j);
	it = &j->item[j->n_item];
	tokid_key(&j->entries.ids, &it->key, j->v.line, j->v.tab);
	__builtin_prefetch(it->key.near);
	(void)out_room(&j->wait, j->v.len + 1 + COLUMNS_SLACK);
	it->at = j->wait.b.len;
	it->len = j->v.len;
	vrt_copy(&j->v, &j->wait);
	memcpy(j->tab + j->n_item++ * j->v.n_col, j->v.tab,
	    j->v.n_col * sizeof(*j->tab));
	j->n_put++;
}

static void
run(struct job *j)
{
	for (;;) {
		switch (vrt_next(&j->v)) {
		case VRT_END:
			end_sentence(j);
			put_all(j);
			return;
		case VRT_TOKEN:
			take_token(j);
			break;
		case VRT_OPEN:
		case VRT_CLOSE:
			if (j->v.tag != TAG_OTHER)
				end_sentence(j);
			vrt_copy(&j->v, &j->wait);
			break;
		default:
			vrt_copy(&j->v, &j->wait);
			break;
		}
	}
}

static void
open_model(struct job *j, const struct opts *o)
{
	char *path = NULL;

	if (o->weights == NULL)
		path = lang_path(LANG_TAGS);
	model_open(&j->model, path != NULL ? path : o->weights);
	free(path);
	if (!o->plain)
		speller_open(&j->speller, o->dictionary);
	words_open(&j->words, &j->model, o->plain ? NULL : &j->speller);
	j->words.signs = true;
	sway_of(&j->sway, &j->model.behind);
}

static void
open_job(struct job *j, struct opts *o, char **files, int n)
{
	open_model(j, o);
	vrt_open(&j->v, files, n, VRT_TOKENS);
	out_stdout(&j->o);
	out_memory(&j->wait);
	entries_open(&j->entries, &j->words, &j->v,
	    o->column == NULL ? "form" : o->column);
	j->tab = mem_new(MOST * j->v.n_col, sizeof(*j->tab));
	columns_own(&j->cols, "lemma");
	columns_own(&j->cols, "pos");
	columns_choose(&j->cols, &j->v, &j->o, o->cols, &page);
}

static void
close_job(struct job *j, bool plain)
{
	vrt_tally(&j->v, &j->o, j->n_put);
	out_close(&j->o);
	tokens_tell(
	    NULL, j->entries.kind >= 0, j->n_empty, j->v.col[j->entries.form]);
	vrt_close(&j->v);
	entries_close(&j->entries);
	free(j->tab);
	words_close(&j->words);
	if (!plain)
		speller_close(&j->speller);
	model_close(&j->model);
	buf_free(&j->wait.b);
}

static void
learn(const struct opts *o, char **files, int n)
{
	struct speller sp;

	if (!o->plain)
		speller_open(&sp, o->dictionary);
	train(files, n, o->plain ? NULL : &sp);
	if (!o->plain)
		speller_close(&sp);
}

static void
check_options(const struct opts *o)
{
	const char *end =
	    o->dictionary == NULL ? NULL : strrchr(o->dictionary, '.');

	if (o->plain && o->dictionary != NULL)
		opt_refuse(&page, "options -X and -d exclude each other");
	if (o->dictionary != NULL &&
	    (end == NULL ||
		(strcmp(end, ".dic") != 0 && strcmp(end, ".aff") != 0)))
		opt_refuse(
		    &page, "option -d takes a dictionary's .dic or .aff");
	if (o->train &&
	    (o->column != NULL || o->cols != NULL || o->weights != NULL))
		opt_refuse(&page, "option -T takes none of -c, -o and -w");
}

int
main(int argc, char **argv)
{
	static struct job j;
	struct opts o = {0};
	int ch;

	err_init(argv[0]);
	while ((ch = opt_next(argc, argv, &page)) != -1)
		switch (ch) {
		case 'c':
			o.column = optarg;
			break;
		case 'd':
			o.dictionary = optarg;
			break;
		case 'o':
			o.cols = optarg;
			break;
		case 'T':
			o.train = true;
			break;
		case 'w':
			o.weights = optarg;
			break;
		case 'X':
			o.plain = true;
			break;
		}
	check_options(&o);
	if (o.train) {
		learn(&o, argv + optind, argc - optind);
		return RC_OK;
	}
	open_job(&j, &o, argv + optind, argc - optind);
	run(&j);
	close_job(&j, o.plain);
	return RC_OK;
}
