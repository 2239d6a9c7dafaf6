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

#include "choices.h"
#include "decode.h"
#include "lemma.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/lang/fr/form.h"
#include "lib/lang/fr/lang.h"
#include "lib/stream/tokens.h"
#include "lib/stream/tokid.h"
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
	const char *column;
	const char *dictionary; /* NULL: hunspell's French one */
	const char *weights;    /* NULL: the bundled ones */
	char *cols;             /* NULL: those that come in, lemma and pos */
	bool plain;             /* no dictionary */
	bool train;
};

enum {
	ENTRIES = 256 /* that lie together */
};

/* Of a distinct token. */
struct entry {
	uint32_t first; /* of its choices; 0 is none */
	bool empty;     /* a word without a value */
	struct word word;
};

/* A token of the sentence. */
struct item {
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
	struct tokid ids;
	struct {
		struct entry *at;
	} * entries; /* by number of the token, ENTRIES at each */
	size_t cap;
	struct choices choices;
	size_t form; /* columns of the stream, -1: not there */
	int word;
	int kind;
	struct out wait; /* lines of the sentence */
	struct item item[SENTENCE];
	uint32_t *tab; /* their columns */
	size_t n_item;
	uint64_t n_put;
	uint64_t n_empty;
	struct buf word_text;
	struct buf form_text;
	struct buf lemma;
	struct buf esc;
};

/* The text of a column without its entities. */
static void
plain(struct buf *b, const char *line, const uint32_t *tab, size_t k)
{
	size_t from = k == 0 ? 0 : tab[k - 1] + 1;

	b->len = 0;
	buf_mem(b, "", 0);
	vrt_plain(b, line + from, tab[k] - from);
}

/* The word with straight apostrophes, and its form; until the next call. */
static struct spelt
texts(struct job *j, const char *line, const uint32_t *tab)
{
	plain(&j->form_text, line, tab, j->form);
	j->word_text.len = 0;
	buf_mem(&j->word_text, "", 0);
	if (j->word < 0)
		buf_mem(&j->word_text, j->form_text.s, j->form_text.len);
	else {
		plain(&j->esc, line, tab, (size_t)j->word);
		form_straight(&j->word_text, j->esc.s, j->esc.len);
	}
	return (struct spelt){
	    j->word_text.s, j->word_text.len, j->form_text.s, j->form_text.len};
}

/* The tags that a token may have of which nothing but its kind is known:
 * punctuation, symbols and addresses are that, and words and numbers are none
 * of the first two. */
static uint32_t
may_be(const char *kind, size_t len)
{
	if (len == 1 && *kind == 'p')
		return TAG_BIT(PUNCT);
	if (len == 1 && *kind == 's')
		return TAG_BIT(SYM);
	if (len == 1 && *kind == 'u')
		return TAG_BIT(X);
	return TAGS_ALL & ~TAG_BIT(PUNCT) & ~TAG_BIT(SYM);
}

static struct entry *
entry_at(const struct job *j, uint32_t id)
{
	return &j->entries[id / ENTRIES].at[id % ENTRIES];
}

/* A token not seen before. */
static void
add_entry(struct job *j, uint32_t id)
{
	struct entry *e;
	struct spelt x;
	size_t len;
	const char *kind;

	x = texts(j, j->v.line, j->v.tab);
	j->entries = mem_grow(
	    j->entries, &j->cap, id / ENTRIES + 1, sizeof(*j->entries));
	if (id % ENTRIES == 0)
		j->entries[id / ENTRIES].at = mem_new(ENTRIES, sizeof(*e));
	e = entry_at(j, id);
	*e = (struct entry){.empty = x.n_form == 0};
	e->word = words_make(&j->words, &x);
	if (j->kind >= 0) {
		kind = vrt_col(&j->v, (size_t)j->kind, &len);
		if (e->word.may == TAGS_ALL)
			e->word.may = may_be(kind, len);
		e->empty = e->empty && len == 1 && *kind == 'w';
	}
	score_word(&e->word);
}

/* The choice of a token with a tag, made when it is first wanted. */
static const struct choice *
choice_of(struct job *j, const struct item *it, const uint32_t *tab, int tag)
{
	struct entry *e = entry_at(j, it->id);
	const struct choice *c = choices_find(&j->choices, e->first, tag);
	struct spelt x;

	if (c != NULL)
		return c;
	x = texts(j, j->wait.b.s + it->at, tab);
	lemma_put(&j->words, &j->lemma, tag, &x);
	e->first = choices_add(&j->choices, e->first, tag, &j->lemma);
	return &j->choices.c[e->first];
}

/* The sentence that waits, with all lines between its tokens. */
static void
end_sentence(struct job *j)
{
	static struct place place[SENTENCE];
	const struct word *w[SENTENCE];
	size_t from = 0;

	if (j->wait.b.len == 0)
		return;
	for (size_t i = 0; i < j->n_item; i++) {
		const struct entry *e = entry_at(j, j->item[i].id);

		w[i] = &e->word;
		j->n_empty += e->empty;
		__builtin_prefetch(&j->choices.c[e->first]);
	}
	score_sentence(&j->words, w, j->n_item, place);
	sway_narrow(&j->sway, place, j->n_item);
	decode(&j->model.behind, place, j->n_item);
	for (size_t i = 0; i < j->n_item; i++) {
		const struct item *it = &j->item[i];
		const uint32_t *tab = j->tab + i * j->v.n_col;
		const struct choice *c = choice_of(j, it, tab, place[i].tag);
		const char *text = choice_text(c);
		const struct columns_text own[COLUMNS_OWN] = {
		    {text, c->len}, {text + c->len, c->n_tag}};
		const struct columns_line line = {
		    j->wait.b.s + it->at, it->len, tab};

		out_mem(&j->o, j->wait.b.s + from, it->at - from);
		columns_put_at(&j->cols, &line, &j->o, own);
		from = it->at + it->len + 1;
	}
	out_mem(&j->o, j->wait.b.s + from, j->wait.b.len - from);
	j->wait.b.len = 0;
	j->n_item = 0;
}

/* What is known of a token comes from memory until its sentence ends. */
static void
ask(const struct entry *e)
{
	for (size_t k = 0; k < offsetof(struct entry, word.atoms); k += 64)
		__builtin_prefetch((const char *)e + k);
}

static void
take_token(struct job *j)
{
	uint32_t n = j->ids.keys.n;
	struct item *it;

	if (j->n_item == SENTENCE)
		end_sentence(j);
	it = &j->item[j->n_item];
	it->id = tokid_get(&j->ids, &j->v);
	if (it->id == n)
		add_entry(j, it->id);
	else
		ask(entry_at(j, it->id));
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
	j->form = vrt_column(&j->v, o->column);
	j->word = vrt_has(&j->v, "word");
	j->kind = vrt_has(&j->v, "kind");
	tokid_open(&j->ids);
	for (int k = 0; k < (int)j->v.n_col; k++)
		if (k == j->word || k == j->kind || (size_t)k == j->form)
			tokid_column(&j->ids, k);
	j->tab = mem_new(SENTENCE * j->v.n_col, sizeof(*j->tab));
	choices_open(&j->choices);
	columns_own(&j->cols, "lemma");
	columns_own(&j->cols, "pos");
	columns_choose(&j->cols, &j->v, &j->o, o->cols, &page);
}

static void
close_job(struct job *j, bool plain)
{
	vrt_tally(&j->v, &j->o, j->n_put);
	out_close(&j->o);
	tokens_tell(NULL, j->kind >= 0, j->n_empty, j->v.col[j->form]);
	vrt_close(&j->v);
	choices_close(&j->choices);
	for (uint32_t id = 0; id < j->ids.keys.n; id += ENTRIES)
		free(j->entries[id / ENTRIES].at);
	free(j->entries);
	free(j->tab);
	tokid_free(&j->ids);
	words_close(&j->words);
	if (!plain)
		speller_close(&j->speller);
	model_close(&j->model);
	buf_free(&j->wait.b);
	buf_free(&j->word_text);
	buf_free(&j->form_text);
	buf_free(&j->lemma);
	buf_free(&j->esc);
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

int
main(int argc, char **argv)
{
	static struct job j;
	struct opts o = {.column = "form"};
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
	if (o.plain && o.dictionary != NULL)
		opt_refuse(&page, "options -X and -d exclude each other");
	if (o.train) {
		learn(&o, argv + optind, argc - optind);
		return RC_OK;
	}
	open_job(&j, &o, argv + optind, argc - optind);
	run(&j);
	close_job(&j, o.plain);
	return RC_OK;
}
