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

#include "entries.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/lang/fr/lang.h"
#include "lib/stream/tokens.h"
#include "lib/stream/vrt.h"
#include "mate.h"
#include "segment/common/columns.h"
#include "train.h"

static const struct opt_page page = {
    "tag [-hqTVvX] [-c column] [-d dictionary] [-j threads] [-o columns] "
    "[-w weights] [file ...]",
    "add the part of speech and the lemma of each token, by their context",
    "c:d:j:o:Tw:X"};

struct opts {
	const char *column;     /* NULL: form */
	const char *dictionary; /* NULL: hunspell's French one */
	const char *weights;    /* NULL: the bundled ones */
	char *cols;             /* NULL: those that come in, lemma and pos */
	unsigned threads;       /* 0: by the CPUs */
	bool plain;             /* no dictionary */
	bool train;
};

struct job {
	struct vrt v;
	struct out o;
	struct model model;
	struct speller speller;
	struct words words;
	struct columns cols;
	struct entries entries;
	struct tagger tagger;
	struct mate mate;
	struct lot lot[2]; /* one fills, of the other the tags are found */
	struct lot *now;
	uint64_t n_put;
	uint64_t n_empty;
};

static const char *
line_of(const struct lot *l, size_t i)
{
	return l->wait.b.s + l->item[i].at;
}

static const uint32_t *
tab_of(const struct job *j, const struct lot *l, size_t i)
{
	return l->tab + i * j->v.n_col;
}

/* What is known of the tokens that wait: each step asks memory for what the
 * next one reads. */
static void
find_words(struct job *j, struct lot *l)
{
	struct entries *es = &j->entries;

	for (size_t i = 0; i < l->n_item; i++) {
		struct item *it = &l->item[i];
		const struct entry *e;

		it->id =
		    entries_find(es, &it->key, line_of(l, i), tab_of(j, l, i));
		e = entries_at(es, it->id);
		for (size_t k = 0; k < offsetof(struct entry, word.atoms);
		     k += 64)
			__builtin_prefetch((const char *)e + k);
	}
	for (size_t i = 0; i < l->n_item; i++) {
		const struct entry *e = entries_at(es, l->item[i].id);

		l->word[i] = &e->word;
		j->n_empty += e->empty;
		__builtin_prefetch(&es->choices.c[e->first]);
	}
}

/* A token of a lot, with its sentence. */
struct standing {
	struct job *j;
	const struct lot *l;
	size_t i;
	size_t from;
	size_t to;
};

static const char *
form_beside(void *of, int at, size_t *len)
{
	const struct standing *s = of;
	size_t i = s->i + (size_t)(ptrdiff_t)at;
	const struct buf *b;

	if (i < s->from || i >= s->to)
		return NULL;
	b = entries_form(
	    &s->j->entries, line_of(s->l, i), tab_of(s->j, s->l, i));
	*len = b->len;
	return b->s;
}

/* What is written of a token whose lemma the words around decide, or NULL if
 * they do not. */
static const struct choice *
choose_near(struct job *j, const struct lot *l, size_t i, uint32_t first)
{
	struct standing s = {j, l, i, 0, l->n_item};
	uint32_t rule;

	for (size_t k = 0; k < l->n_end && l->end[k] <= i; k++)
		s.from = l->end[k];
	for (size_t k = l->n_end; k > 0 && l->end[k - 1] > i; k--)
		s.to = l->end[k - 1];
	rule =
	    near_find(&j->model.near, first, l->place[i].tag, form_beside, &s);
	return rule == 0 ? NULL
			 : entries_near(&j->entries, l->item[i].id, rule);
}

static const struct choice *
choose(struct job *j, const struct lot *l, size_t i)
{
	uint32_t id = l->item[i].id;
	uint32_t near = entries_at(&j->entries, id)->near;
	const struct choice *c = near == 0 ? NULL : choose_near(j, l, i, near);

	return c != NULL ? c
			 : entries_choice(&j->entries, id, l->place[i].tag,
			       line_of(l, i), tab_of(j, l, i));
}

/* The lines of a lot, each token with its tag; then it is empty. */
static void
put_lines(struct job *j, struct lot *l)
{
	size_t from = 0;

	if (l->wait.b.len == 0)
		return;
	for (size_t i = 0; i < l->n_item; i++) {
		const struct item *it = &l->item[i];
		const struct columns_line line = {
		    line_of(l, i), it->len, tab_of(j, l, i)};
		const struct choice *c = choose(j, l, i);
		const char *text = choice_text(c);
		const struct columns_text own[COLUMNS_OWN] = {
		    {text, c->len}, {text + c->len, c->n_tag}};

		out_mem(&j->o, l->wait.b.s + from, it->at - from);
		columns_put_at(&j->cols, &line, &j->o, own);
		from = it->at + it->len + 1;
	}
	out_mem(&j->o, l->wait.b.s + from, l->wait.b.len - from);
	l->wait.b.len = 0;
	l->n_item = 0;
	l->n_end = 0;
}

/* The lot that is full goes to be tagged, and the one before it is written. */
static void
put_all(struct job *j)
{
	struct lot *last = &j->lot[j->now == j->lot ? 1 : 0];

	find_words(j, j->now);
	mate_wait(&j->mate);
	mate_give(&j->mate, j->now);
	put_lines(j, last);
	j->now = last;
}

/* Tokens of the sentence that is under way. */
static size_t
begun(const struct lot *l)
{
	return l->n_item - (l->n_end == 0 ? 0 : l->end[l->n_end - 1]);
}

static void
end_sentence(struct job *j)
{
	struct lot *l = j->now;

	if (begun(l) > 0)
		l->end[l->n_end++] = l->n_item;
	if (l->n_item >= LOT || l->wait.b.len > LOT_BYTES)
		put_all(j);
}

static void
take_token(struct job *j)
{
	struct lot *l;
	struct item *it;

	if (begun(j->now) == SENTENCE)
		end_sentence(j);
	l = j->now;
	it = &l->item[l->n_item];
	tokid_key(&j->entries.ids, &it->key, j->v.line, j->v.tab);
	__builtin_prefetch(it->key.near);
	(void)out_room(&l->wait, j->v.len + 1 + COLUMNS_SLACK);
	it->at = l->wait.b.len;
	it->len = j->v.len;
	vrt_copy(&j->v, &l->wait);
	memcpy(l->tab + l->n_item++ * j->v.n_col, j->v.tab,
	    j->v.n_col * sizeof(*j->v.tab));
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
			put_all(j); /* the last lot, an empty one goes */
			mate_wait(&j->mate);
			return;
		case VRT_TOKEN:
			take_token(j);
			break;
		case VRT_OPEN:
		case VRT_CLOSE:
			if (j->v.tag != TAG_OTHER)
				end_sentence(j);
			vrt_copy(&j->v, &j->now->wait);
			break;
		default:
			vrt_copy(&j->v, &j->now->wait);
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
	j->tagger.words = &j->words;
	j->tagger.behind = &j->model.behind;
	sway_of(&j->tagger.sway, &j->model.behind);
}

static void
open_job(struct job *j, struct opts *o, char **files, int n)
{
	open_model(j, o);
	vrt_open(&j->v, files, n, VRT_TOKENS);
	out_stdout(&j->o);
	entries_open(&j->entries, &j->words, &j->v,
	    o->column == NULL ? "form" : o->column);
	for (size_t k = 0; k < 2; k++) {
		out_memory(&j->lot[k].wait);
		j->lot[k].tab =
		    mem_new(LOT_MOST * j->v.n_col, sizeof(*j->lot[k].tab));
	}
	j->now = j->lot;
	mate_open(&j->mate, &j->tagger, o->threads);
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
	mate_close(&j->mate);
	for (size_t k = 0; k < 2; k++) {
		free(j->lot[k].tab);
		buf_free(&j->lot[k].wait.b);
	}
	words_close(&j->words);
	if (!plain)
		speller_close(&j->speller);
	model_close(&j->model);
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
	    (o->column != NULL || o->cols != NULL || o->threads > 0 ||
		o->weights != NULL))
		opt_refuse(&page, "option -T takes none of -c, -j, -o and -w");
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
		case 'j':
			o.threads = (unsigned)opt_u64('j', optarg, 1, 4096);
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
