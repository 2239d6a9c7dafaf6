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

enum {
	WORD, /* columns beside the one that is counted */
	FORM
};

struct reader {
	struct reinert_text *t;
	bool inside; /* a speech is open */
};

static bool
is_stopped(struct reinert_text *t)
{
	size_t len;
	const char *s = tokens_also(&t->t, FORM, &len);

	return intern_find(&t->stop, s, len) != UINT32_MAX;
}

static bool
is_closing(const char *s, size_t len)
{
	static const char *const sign[] = {
	    "\xC2\xBB", ")", "]", "}", "\xE2\x80\x9D"};

	for (size_t i = 0; i < sizeof(sign) / sizeof(*sign); i++)
		if (len == strlen(sign[i]) && memcmp(s, sign[i], len) == 0)
			return true;
	return false;
}

/* Of a token not seen before. */
static void
add_type(struct reinert_text *t, bool active)
{
	struct type *type;
	uint32_t id = t->t.id;
	size_t len;
	const char *s = tokens_kind(&t->t, &len);
	bool sign = len == 1 && *s == 'p';

	t->n_type = id + 1;
	t->type = mem_grow(t->type, &t->cap_type, t->n_type, sizeof(*t->type));
	t->word = mem_grow(t->word, &t->cap_word, t->n_type, sizeof(*t->word));
	type = &t->type[id];
	*type = (struct type){.term = NONE, .other = NONE, .says = !sign};
	s = tokens_also(&t->t, WORD, &len);
	t->word[id] = intern_add(&t->words, s, len);
	type->weight = (uint16_t)cut_weight(s, len, sign);
	/* quotes, brackets and dashes do not count: IRaMuTeQ takes them out */
	type->counts = !sign || (type->weight > 1 && !t->how->words);
	type->closes = sign && (type->weight > 1 || is_closing(s, len));
	if (!active)
		return;
	if (t->t.type != t->t.hidden && !is_stopped(t)) {
		type->term = t->t.type;
		return;
	}
	s = tokens_value(&t->t, &len);
	type->other = intern_add(&t->others, s, len);
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
	struct speech *s;

	t->speech = mem_grow(
	    t->speech, &t->cap_speech, t->n_speech + 1, sizeof(*t->speech));
	s = &t->speech[t->n_speech++];
	*s = (struct speech){.from = t->n_token, .at = t->names.len};
	add_name(t, real ? vrt_attr(&r->t->t.v, "id") : NULL);
	add_name(t, real ? vrt_attr(&r->t->t.v, "source") : NULL);
	for (size_t i = 0; i < t->how->n_attr; i++)
		add_name(
		    t, real ? vrt_attr(&r->t->t.v, t->how->attr[i]) : NULL);
	r->inside = true;
}

static void
close_speech(struct reader *r)
{
	if (r->inside)
		r->t->speech[r->t->n_speech - 1].to = r->t->n_token;
	r->inside = false;
}

/* The line of what comes; 0: it is not known. */
static void
set_line(struct reinert_text *t, uint64_t line)
{
	t->paragraph = mem_grow(t->paragraph, &t->cap_paragraph,
	    t->n_paragraph + 1, sizeof(*t->paragraph));
	t->paragraph[t->n_paragraph++] = (struct paragraph){t->n_token, line};
}

static void
turn_paragraph(struct reader *r, bool opens)
{
	const char *s = opens ? vrt_attr(&r->t->t.v, "line") : NULL;

	set_line(r->t, s != NULL ? strtoull(s, NULL, 10) : 0);
}

static void
read_token(struct reader *r, bool active)
{
	struct reinert_text *t = r->t;

	if (t->t.id == t->n_type)
		add_type(t, active);
	if (!r->inside)
		open_speech(r, false);
	add_token(t, t->t.id);
}

static void
read_tag(struct reader *r, bool opens)
{
	if (r->t->t.v.tag == TAG_SPEECH) {
		close_speech(r);
		set_line(r->t, 0);
		if (opens)
			open_speech(r, true);
	}
	if (r->t->t.v.tag == TAG_P)
		turn_paragraph(r, opens);
}

static void
read_gap(struct reader *r)
{
	if (!r->inside)
		return;
	for (uint64_t i = 0; i < r->t->t.v.gap && i < LONGEST_GAP; i++)
		add_token(r->t, NONE);
}

static void
read_stream(struct reader *r)
{
	enum tokens_event ev;

	while ((ev = tokens_next(&r->t->t)) != TOKENS_END)
		switch (ev) {
		case TOKENS_WORD:
		case TOKENS_PASS:
			read_token(r, ev == TOKENS_WORD);
			break;
		case TOKENS_OPEN:
		case TOKENS_CLOSE:
			read_tag(r, ev == TOKENS_OPEN);
			break;
		case TOKENS_GAP:
			read_gap(r);
			break;
		default:
			break;
		}
	close_speech(r);
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
	struct speech *s = mem_new(t->n_speech, sizeof(*s));

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
text_read(
    struct reinert_text *t, const struct reading *how, char **files, int n)
{
	struct reader r = {.t = t};
	struct tokens_opts read = how->read;
	uint32_t *rank;

	*t = (struct reinert_text){.how = how};
	intern_open(&t->stop);
	intern_open(&t->words);
	intern_open(&t->others);
	for (size_t i = 0; i < how->n_stop; i++)
		form_list(&t->stop, how->stop[i], true);
	read.by = "id";
	read.also[WORD] = "word";
	read.also[FORM] = "form";
	read.by_kind = true;
	tokens_open(&t->t, &read, files, n);
	read_stream(&r);
	sort_speeches(t);
	intern_rank(&t->t.types, &t->rank, &t->order);
	intern_rank(&t->others, &rank, &t->other_order);
	free(rank);
}

void
text_free(struct reinert_text *t)
{
	intern_free(&t->stop);
	intern_free(&t->words);
	intern_free(&t->others);
	tokens_close(&t->t);
	free(t->type);
	free(t->word);
	free(t->rank);
	free(t->order);
	free(t->other_order);
	free(t->token);
	free(t->speech);
	free(t->paragraph);
	buf_free(&t->names);
}

const char *
text_name(const struct reinert_text *t, uint32_t speech, size_t k)
{
	const char *s = t->names.s + t->speech[speech].at;

	while (k-- > 0)
		s += strlen(s) + 1;
	return s;
}

void
text_words(
    const struct reinert_text *t, const struct segment *s, struct buf *to)
{
	struct respace spaces = {0};
	bool quoted = false;
	bool gap = false;

	for (size_t i = s->from; i < s->to; i++) {
		const char *w;
		size_t len;

		if (t->token[i] == NONE) {
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
