#include "text.h"

#include <stdlib.h>
#include <string.h>

#include "cut.h"
#include "lib/lang/fr/form.h"
#include "lib/lang/fr/respace.h"
#include "lib/stream/window.h"

enum {
	LONGEST_GAP = 1024, /* more tokens taken out make no difference */
};

/* ---- reading ---- */

/* Columns of the stream. */
struct columns {
	size_t word;
	size_t kind;
	size_t form;
	size_t counted;
};

struct reader {
	struct reinert_text *t;
	struct vrt v;
	struct columns col;
	bool inside; /* a speech is open */
	struct buf b;
};

/* Column k of the token as plain text, until the next call. */
static const struct buf *
plain(struct reader *r, size_t k)
{
	size_t len;
	const char *s = vrt_col(&r->v, k, &len);

	r->b.len = 0;
	buf_mem(&r->b, "", 0);
	vrt_plain(&r->b, s, len);
	return &r->b;
}

static bool
is_stopped(struct reader *r)
{
	const struct buf *b = plain(r, r->col.form);

	return intern_find(&r->t->stop, b->s, b->len) != UINT32_MAX;
}

static bool
is_closing(const struct buf *b)
{
	static const char *const sign[] = {
	    "\xC2\xBB", ")", "]", "}", "\xE2\x80\x9D"};

	for (size_t i = 0; i < sizeof(sign) / sizeof(*sign); i++)
		if (b->len == strlen(sign[i]) &&
		    memcmp(b->s, sign[i], b->len) == 0)
			return true;
	return false;
}

/* A token not seen before. */
static void
add_type(struct reader *r, uint32_t id)
{
	struct reinert_text *t = r->t;
	struct reinert_type *type;
	const struct buf *b;
	size_t len;
	const char *kind = vrt_col(&r->v, r->col.kind, &len);
	bool sign = len == 1 && *kind == 'p';
	bool active = len == 1 && strchr(t->how->kinds, *kind) != NULL;

	t->type =
	    mem_grow(t->type, &t->cap_type, (size_t)id + 1, sizeof(*t->type));
	t->word =
	    mem_grow(t->word, &t->cap_word, (size_t)id + 1, sizeof(*t->word));
	type = &t->type[id];
	*type = (struct reinert_type){.term = REINERT_NONE, .says = !sign};
	b = plain(r, r->col.word);
	t->word[id] = intern_add(&t->words, b->s, b->len);
	type->weight = (uint16_t)reinert_cut_weight(b->s, b->len, sign);
	/* quotes, brackets and dashes do not count: IRaMuTeQ takes them out */
	type->counts = !sign || (type->weight > 1 && !t->how->words);
	type->closes = sign && (type->weight > 1 || is_closing(b));
	if (!active || is_stopped(r))
		return;
	b = plain(r, r->col.counted);
	if (b->len > 0)
		type->term = intern_add(&t->terms, b->s, b->len);
}

static void
add_token(struct reinert_text *t, uint32_t id)
{
	if (t->n_token == t->cap_token)
		t->token = mem_grow(
		    t->token, &t->cap_token, t->n_token + 1, sizeof(*t->token));
	t->token[t->n_token++] = id;
}

static void
add_name(struct reinert_text *t, const char *s)
{
	if (s == NULL || *s == '\0')
		s = "NA";
	buf_mem(&t->names, s, strlen(s) + 1);
}

static void
open_speech(struct reader *r, bool real)
{
	struct reinert_text *t = r->t;
	struct reinert_speech *s;

	t->speech = mem_grow(
	    t->speech, &t->cap_speech, t->n_speech + 1, sizeof(*t->speech));
	s = &t->speech[t->n_speech++];
	*s = (struct reinert_speech){.from = t->n_token, .at = t->names.len};
	add_name(t, real ? vrt_attr(&r->v, "id") : NULL);
	add_name(t, real ? vrt_attr(&r->v, "source") : NULL);
	for (size_t i = 0; i < t->how->n_attr; i++)
		add_name(t, real ? vrt_attr(&r->v, t->how->attr[i]) : NULL);
	r->inside = true;
	t->outside = t->outside || !real;
}

static void
close_speech(struct reader *r)
{
	if (r->inside)
		r->t->speech[r->t->n_speech - 1].to = r->t->n_token;
	r->inside = false;
}

static void
open_paragraph(struct reader *r)
{
	struct reinert_text *t = r->t;
	const char *s = vrt_attr(&r->v, "line");
	uint64_t line = s != NULL ? strtoull(s, NULL, 10) : 0;

	t->paragraph = mem_grow(t->paragraph, &t->cap_paragraph,
	    t->n_paragraph + 1, sizeof(*t->paragraph));
	t->paragraph[t->n_paragraph++] =
	    (struct reinert_paragraph){t->n_token, line};
}

static void
read_token(struct reader *r)
{
	struct reinert_text *t = r->t;
	uint32_t n = t->ids.keys.n;
	uint32_t id = tokid_get(&t->ids, &r->v);

	if (id == n)
		add_type(r, id);
	if (!r->inside)
		open_speech(r, false);
	add_token(t, id);
}

static void
read_tag(struct reader *r, bool opens)
{
	if (r->v.tag == TAG_SPEECH) {
		close_speech(r);
		if (opens)
			open_speech(r, true);
	}
	if (r->v.tag == TAG_P && opens)
		open_paragraph(r);
}

static void
read_gap(struct reader *r)
{
	if (!r->inside)
		return;
	for (uint64_t i = 0; i < r->v.gap && i < LONGEST_GAP; i++)
		add_token(r->t, REINERT_NONE);
}

static void
choose_columns(struct reader *r)
{
	const char *name = r->t->how->column;
	struct tokid *ids = &r->t->ids;
	struct columns *c = &r->col;

	if (name == NULL)
		name = vrt_has(&r->v, "stem") >= 0 ? "stem" : "form";
	c->word = vrt_column(&r->v, "word");
	c->kind = vrt_column(&r->v, "kind");
	c->form = vrt_column(&r->v, "form");
	c->counted = vrt_column(&r->v, name);
	tokid_column(ids, (int)c->word);
	tokid_column(ids, (int)c->kind);
	tokid_column(ids, (int)c->form);
	if (c->counted != c->word && c->counted != c->kind &&
	    c->counted != c->form)
		tokid_column(ids, (int)c->counted);
}

/* ---- after reading ---- */

struct named {
	const char *id;
	size_t at;
};

static int
by_id(const void *a, const void *b)
{
	const struct named *x = a;
	const struct named *y = b;
	int d = strcmp(x->id, y->id);

	return d != 0 ? d : (x->at > y->at) - (x->at < y->at);
}

/* By id, so that nothing depends on the order of the speeches in the stream. */
static void
sort_speeches(struct reinert_text *t)
{
	struct named *n = mem_new(t->n_speech, sizeof(*n));
	struct reinert_speech *s = mem_new(t->n_speech, sizeof(*s));

	for (size_t i = 0; i < t->n_speech; i++)
		n[i] = (struct named){t->names.s + t->speech[i].at, i};
	if (t->n_speech > 1)
		qsort(n, t->n_speech, sizeof(*n), by_id);
	for (size_t i = 0; i < t->n_speech; i++)
		s[i] = t->speech[n[i].at];
	free(t->speech);
	free(n);
	t->speech = s;
}

void
reinert_text_read(struct reinert_text *t, const struct reinert_reading *how,
    char **files, int n)
{
	struct reader r = {.t = t};
	enum vrt_event ev;

	*t = (struct reinert_text){.how = how};
	intern_open(&t->stop);
	intern_open(&t->words);
	intern_open(&t->terms);
	tokid_open(&t->ids);
	for (size_t i = 0; i < how->n_stop; i++)
		form_list(&t->stop, how->stop[i], true);
	vrt_open(&r.v, files, n, VRT_TOKENS);
	choose_columns(&r);
	while ((ev = vrt_next(&r.v)) != VRT_END) {
		if (ev == VRT_TOKEN)
			read_token(&r);
		else if (ev == VRT_OPEN || ev == VRT_CLOSE)
			read_tag(&r, ev == VRT_OPEN);
		else if (ev == VRT_GAP)
			read_gap(&r);
	}
	close_speech(&r);
	vrt_close(&r.v);
	buf_free(&r.b);
	sort_speeches(t);
	intern_rank(&t->terms, &t->rank, &t->order);
}

void
reinert_text_free(struct reinert_text *t)
{
	intern_free(&t->stop);
	intern_free(&t->words);
	intern_free(&t->terms);
	tokid_free(&t->ids);
	free(t->type);
	free(t->word);
	free(t->rank);
	free(t->order);
	free(t->token);
	free(t->speech);
	free(t->paragraph);
	buf_free(&t->names);
}

const char *
reinert_text_name(const struct reinert_text *t, uint32_t speech, size_t k)
{
	const char *s = t->names.s + t->speech[speech].at;

	while (k-- > 0)
		s += strlen(s) + 1;
	return s;
}

void
reinert_text_words(const struct reinert_text *t,
    const struct reinert_segment *s, struct buf *to)
{
	struct respace spaces = {0};
	bool quoted = false;
	bool gap = false;

	for (size_t i = s->from; i < s->to; i++) {
		const char *w;
		size_t len;

		if (t->token[i] == REINERT_NONE) {
			if (!gap)
				window_put_gap(&spaces, to);
			gap = true;
			continue;
		}
		gap = false;
		w = intern_s(&t->words, t->word[t->token[i]], &len);
		spaces.quoted = quoted;
		respace_put(&spaces, to, w, len);
		quoted = respace_quoted(quoted, w, len);
	}
}
