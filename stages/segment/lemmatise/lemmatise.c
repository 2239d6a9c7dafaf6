/* lemmatise - appends the lemma of each token (lemmatise.1).
 *
 * It passes every line on, so it reads the lines itself and not by tokens.h,
 * whose rules and notes on streams without kinds and tokens without a value it
 * keeps. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lemma.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/lang/fr/lang.h"
#include "lib/stream/tokens.h"
#include "lib/stream/tokid.h"
#include "lib/stream/vrt.h"
#include "segment/common/columns.h"

static const struct opt_page page = {
    "lemmatise [-hqVvX] [-C columns] [-c column] [-d lexicon] [-o columns] "
    "[-x table] [file ...]",
    "add the lemma of each token, and its part of speech", "C:c:d:o:x:X"};

struct opts {
	const char *column;
	const char *dictionary; /* NULL: hunspell's French one */
	const char *layout;
	const char *table; /* NULL: the bundled one */
	char *cols;        /* NULL: those that come in, lemma and pos */
	bool plain;        /* no table */
};

enum found {
	KNOWN,
	AMBIGUOUS,
	UNKNOWN,
	NO_WORD,
	NO_VALUE, /* a word whose form is empty */
	N_FOUND
};

/* Of a distinct token in a context; lemma and pos as the stream writes them,
 * one after the other, COLUMNS_SLACK bytes behind. */
struct choice {
	char *text;
	uint32_t len[COLUMNS_OWN];
	enum step step;
};

/* Of a distinct token. */
struct entry {
	struct choice *choice;
	uint8_t n;
	uint8_t at[N_CONTEXTS]; /* which choice */
	enum found found;
};

struct job {
	struct vrt v;
	struct out o;
	struct lemmas lemmas;
	struct columns cols;
	struct tokid ids;
	struct entry *entries; /* by number of the token */
	size_t cap;
	size_t form; /* columns of the stream, -1: not there */
	int word;
	int kind;
	int pos;
	enum context context;
	uint64_t n[N_FOUND];
	struct buf esc;
	struct buf word_text;
	struct buf form_text;
	struct buf pos_text;
};

/* A column of the token without its entities. */
static const char *
plain(struct job *j, struct buf *b, int k)
{
	const char *s;
	size_t len;

	if (k < 0)
		return NULL;
	s = vrt_col(&j->v, (size_t)k, &len);
	b->len = 0;
	buf_mem(b, "", 0);
	vrt_plain(b, s, len);
	return b->s;
}

/* Part of speech of a token that is no word. */
static const char *
kind_pos(char kind)
{
	switch (kind) {
	case 'n':
		return "NUM";
	case 'p':
		return "PUNCT";
	case 's':
		return "SYM";
	default:
		return "X";
	}
}

static void
make_choice(struct job *j, struct choice *c, const struct lemma *r)
{
	j->esc.len = 0;
	vrt_escape(&j->esc, r->s, strlen(r->s));
	c->len[0] = (uint32_t)j->esc.len;
	if (r->pos != NULL)
		vrt_escape(&j->esc, r->pos, strlen(r->pos));
	c->len[1] = (uint32_t)j->esc.len - c->len[0];
	c->text = mem_new(j->esc.len + COLUMNS_SLACK, 1);
	if (j->esc.len > 0)
		memcpy(c->text, j->esc.s, j->esc.len);
	c->step = r->step;
}

/* The choices of a word, each once: what all contexts say. */
static void
add_choices(struct job *j, struct entry *e, const struct lemma_word *w)
{
	struct lemma seen[N_CONTEXTS] = {0};

	lemmas_find(&j->lemmas, w);
	e->choice = mem_new(N_CONTEXTS, sizeof(*e->choice));
	for (enum context c = 0; c < N_CONTEXTS; c++) {
		struct lemma r = lemmas_choose(&j->lemmas, w, c);
		uint8_t k = 0;

		while (k < e->n &&
		    (seen[k].s != r.s || seen[k].pos != r.pos ||
			seen[k].step != r.step))
			k++;
		e->at[c] = k;
		if (k < e->n)
			continue;
		seen[k] = r;
		make_choice(j, &e->choice[e->n++], &r);
		e->found = !r.known ? UNKNOWN : r.ambiguous ? AMBIGUOUS : KNOWN;
	}
	if (*w->form == '\0')
		e->found = NO_VALUE;
}

/* A token not seen before. */
static void
add_entry(struct job *j, uint32_t id)
{
	const char *kind = "w";
	size_t len = 1;
	struct lemma_word w;
	struct lemma r = {0};
	struct entry *e;

	w.word = plain(j, &j->word_text, j->word);
	w.form = plain(j, &j->form_text, (int)j->form);
	w.pos = plain(j, &j->pos_text, j->pos);
	if (j->kind >= 0)
		kind = vrt_col(&j->v, (size_t)j->kind, &len);
	j->entries = mem_grow(j->entries, &j->cap, (size_t)id + 1, sizeof(*e));
	e = &j->entries[id];
	*e = (struct entry){.found = NO_WORD};
	if (len == 1 && *kind == 'w') {
		add_choices(j, e, &w);
		return;
	}
	r.s = w.form;
	r.pos = kind_pos(*kind);
	r.step = *kind == 'n' ? STEP_DET : *kind == 'p' ? STEP_NONE : STEP_NOUN;
	e->choice = mem_new(1, sizeof(*e->choice));
	make_choice(j, &e->choice[e->n++], &r);
}

static inline void
put_token(struct job *j)
{
	struct columns_text own[COLUMNS_OWN];
	uint32_t n = j->ids.keys.n;
	uint32_t id = tokid_get(&j->ids, &j->v);
	const struct entry *e;
	const struct choice *c;

	if (id == n)
		add_entry(j, id);
	e = &j->entries[id];
	c = &e->choice[e->at[j->context]];
	own[0] = (struct columns_text){c->text, c->len[0]};
	own[1] = (struct columns_text){c->text + c->len[0], c->len[1]};
	j->context = context_next(j->context, c->step);
	j->n[e->found]++;
	columns_put(&j->cols, &j->v, &j->o, own);
}

static void
run(struct job *j)
{
	for (;;) {
		switch (vrt_next(&j->v)) {
		case VRT_END:
			return;
		case VRT_TOKEN:
			put_token(j);
			break;
		default:
			if (j->v.tag != TAG_OTHER)
				j->context = CONTEXT_NONE;
			vrt_copy(&j->v, &j->o);
			break;
		}
	}
}

static void
open_dictionaries(struct job *j, const struct opts *o)
{
	char *path = NULL;
	uint64_t left_out;

	if (o->table == NULL && !o->plain)
		path = lang_path(LANG_LEMMAS);
	lemmas_open(&j->lemmas, path != NULL ? path : o->table, o->dictionary,
	    o->layout);
	free(path);
	left_out = j->lemmas.lexicon.n_left_out;
	if (left_out > 0)
		note("%s: %" PRIu64 " line%s without form or lemma left out",
		    o->dictionary, left_out, left_out == 1 ? "" : "s");
}

static void
open_job(struct job *j, struct opts *o, char **files, int n)
{
	*j = (struct job){0};
	open_dictionaries(j, o);
	vrt_open(&j->v, files, n, VRT_TOKENS);
	out_stdout(&j->o);
	j->form = vrt_column(&j->v, o->column);
	j->word = vrt_has(&j->v, "word");
	j->kind = vrt_has(&j->v, "kind");
	j->pos = vrt_has(&j->v, "pos");
	tokid_open(&j->ids);
	for (int k = 0; k < (int)j->v.n_col; k++)
		if (k == j->word || k == j->kind || k == j->pos ||
		    (size_t)k == j->form)
			tokid_column(&j->ids, k);
	columns_own(&j->cols, "lemma");
	if (j->pos < 0 && (!j->lemmas.from_file || j->lemmas.lexicon.has_pos))
		columns_own(&j->cols, "pos");
	columns_choose(&j->cols, &j->v, &j->o, o->cols, &page);
}

static void
close_job(struct job *j)
{
	uint64_t n = j->n[KNOWN] + j->n[AMBIGUOUS] + j->n[UNKNOWN];

	vrt_tally(&j->v, &j->o, n + j->n[NO_WORD] + j->n[NO_VALUE]);
	out_close(&j->o);
	tokens_tell(NULL, j->kind >= 0, j->n[NO_VALUE], j->v.col[j->form]);
	vrt_close(&j->v);
	note("%" PRIu64 " of %" PRIu64 " words ambiguous, %" PRIu64 " unknown",
	    j->n[AMBIGUOUS], n, j->n[UNKNOWN]);
	for (uint32_t i = 0; i < j->ids.keys.n; i++) {
		for (uint8_t k = 0; k < j->entries[i].n; k++)
			free(j->entries[i].choice[k].text);
		free(j->entries[i].choice);
	}
	free(j->entries);
	tokid_free(&j->ids);
	lemmas_close(&j->lemmas);
	buf_free(&j->esc);
	buf_free(&j->word_text);
	buf_free(&j->form_text);
	buf_free(&j->pos_text);
}

int
main(int argc, char **argv)
{
	struct opts o = {.column = "form"};
	struct job j;
	int ch;

	err_init(argv[0]);
	while ((ch = opt_next(argc, argv, &page)) != -1)
		switch (ch) {
		case 'C':
			o.layout = optarg;
			break;
		case 'c':
			o.column = optarg;
			break;
		case 'd':
			o.dictionary = optarg;
			break;
		case 'o':
			o.cols = optarg;
			break;
		case 'x':
			o.table = optarg;
			break;
		case 'X':
			o.plain = true;
			break;
		}
	if (o.plain && o.table != NULL)
		opt_refuse(&page, "options -x and -X exclude each other");
	open_job(&j, &o, argv + optind, argc - optind);
	run(&j);
	close_job(&j);
	return RC_OK;
}
