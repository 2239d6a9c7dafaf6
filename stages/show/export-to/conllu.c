/* CoNLL-U: a sentence a block, its text restored. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "export.h"
#include "lib/base/err.h"
#include "lib/lang/fr/dictionary.h"
#include "lib/lang/fr/respace.h"

struct ud {
	int word;
	int kind;
	int lemma;
	int pos;
	int xpos;
	int feats;
	struct respace space;
	struct buf text;    /* of the sentence so far */
	struct buf rows;    /* its tokens; the last has no MISC yet */
	struct buf tail;    /* the words of its last token */
	struct buf doc;     /* comments of the speech that wait */
	struct buf par;     /* of the paragraph */
	struct buf id;      /* of the speech */
	struct buf sent_id; /* that <s> gives */
	uint64_t n_word;
	uint64_t n_sentence; /* of the speech */
	uint64_t n_outside;  /* sentences in no speech */
	bool in_speech;
	bool ended; /* a speech, and nothing has come since */
	const struct export_opts *o;
	struct buf plain;
};

static void *
ud_open(struct export *x)
{
	struct ud *u = mem_new(1, sizeof(*u));

	u->o = x->o;
	u->word = (int)vrt_column(&x->v, "word");
	u->kind = vrt_has(&x->v, "kind");
	u->lemma = vrt_has(&x->v, "lemma");
	u->pos = vrt_has(&x->v, "pos");
	u->xpos = vrt_has(&x->v, "xpos");
	u->feats = vrt_has(&x->v, "feats");
	return u;
}

/* ---- tokens ---- */

/* A cell with its tab; nothing is _. */
static void
put_cell(struct buf *b, const char *s, size_t len)
{
	if (len == 0)
		buf_str(b, "_");
	else
		buf_mem(b, s, len);
	buf_str(b, "\t");
}

static void
put_column(struct export *x, struct ud *u, int k)
{
	size_t len;
	const char *s = export_value(&x->v, k, &u->plain, &len);

	put_cell(&u->rows, s, len);
}

/* Part i, from 0, of a value of n parts joined by +; false if it has not n. */
static bool
part(const char **s, size_t *len, size_t i, size_t n)
{
	const char *end = *s + *len;
	const char *from = *s;
	size_t k = 0;
	bool found = false;

	for (;;) {
		const char *plus = memchr(from, '+', (size_t)(end - from));

		if (k++ == i) {
			*s = from;
			*len = (size_t)((plus != NULL ? plus : end) - from);
			found = true;
		}
		if (plus == NULL)
			return found && k == n;
		from = plus + 1;
	}
}

/* How many words ADP+DET is; 1 for a tag of one, 0 for no universal tag. */
static size_t
n_words(const char *s, size_t len)
{
	size_t n = 0;

	for (const char *end = s + len;; n++) {
		const char *plus = memchr(s, '+', (size_t)(end - s));
		size_t k = (size_t)((plus != NULL ? plus : end) - s);

		if (!lexicons_is_class(s, k) && !(k == 1 && *s == '_'))
			return 0;
		if (plus == NULL)
			return n + 1;
		s = plus + 1;
	}
}

/* Word i of n of a range, into tail: form and lemma are its part of the
 * lemma. */
static void
put_word(struct export *x, struct ud *u, size_t i, size_t n)
{
	const int col[] = {u->lemma, u->lemma, u->pos, u->xpos, u->feats};

	buf_u64(&u->tail, u->n_word + i);
	buf_str(&u->tail, "\t");
	for (size_t k = 0; k < sizeof(col) / sizeof(*col); k++) {
		size_t len;
		const char *s = export_value(&x->v, col[k], &u->plain, &len);

		if (!part(&s, &len, i, n))
			len = 0;
		put_cell(&u->tail, s, len);
	}
	buf_str(&u->tail, "_\t_\t_\t_\n");
}

/* The universal tag that another one means, or that the kind does; empty if
 * none is known. */
static const char *
upos_of(struct export *x, struct ud *u, const char *tag)
{
	static const char *const by_kind[] = {
	    "p", "PUNCT", "n", "NUM", "s", "SYM"};
	size_t n;
	const char *s = export_value(&x->v, u->kind, &u->plain, &n);

	for (size_t i = 0; i < 6; i += 2)
		if (n == 1 && *s == *by_kind[i])
			return by_kind[i + 1];
	s = lexicons_pos(tag);
	return s != NULL ? s : "";
}

/* UPOS and XPOS: a tag that is not universal goes to XPOS. */
static void
put_pos(struct export *x, struct ud *u)
{
	size_t len;
	const char *s = export_value(&x->v, u->pos, &u->plain, &len);
	char *tag;

	if (lexicons_is_class(s, len)) {
		put_cell(&u->rows, s, len);
		put_column(x, u, u->xpos);
		return;
	}
	tag = mem_copy(s, len);
	s = upos_of(x, u, tag);
	put_cell(&u->rows, s, strlen(s));
	put_column(x, u, len > 0 ? u->pos : u->xpos);
	free(tag);
}

/* MISC of the last token, and the words that it is. */
static void
end_token(struct ud *u, bool glued)
{
	if (u->rows.len == 0)
		return;
	buf_str(&u->rows, glued ? "SpaceAfter=No\n" : "_\n");
	if (u->tail.len > 0)
		buf_mem(&u->rows, u->tail.s, u->tail.len);
	u->tail.len = 0;
}

static void
put_token(struct export *x, struct ud *u)
{
	size_t len;
	const char *s = export_value(&x->v, u->pos, &u->plain, &len);
	size_t n = len > 0 ? n_words(s, len) : 0;
	enum respace_gap gap;

	x->n_outside += !u->in_speech;
	s = export_value(&x->v, u->lemma, &u->plain, &len);
	if (n > 1 && !part(&s, &len, 0, n))
		n = 1;
	s = export_value(&x->v, u->word, &u->plain, &len);
	gap = respace_next(&u->space, s, len);
	end_token(u, gap == RESPACE_NONE);
	if (u->text.len > 0 && gap != RESPACE_NONE)
		buf_str(&u->text, " ");
	buf_mem(&u->text, s, len);
	buf_u64(&u->rows, ++u->n_word);
	if (n > 1) {
		buf_str(&u->rows, "-");
		buf_u64(&u->rows, u->n_word + n - 1);
	}
	buf_str(&u->rows, "\t");
	put_cell(&u->rows, s, len);
	if (n > 1) {
		buf_str(&u->rows, "_\t_\t_\t_\t_\t_\t_\t");
		for (size_t i = 0; i < n; i++)
			put_word(x, u, i, n);
		u->n_word += n - 1;
		return;
	}
	put_column(x, u, u->lemma);
	put_pos(x, u);
	put_column(x, u, u->feats);
	buf_str(&u->rows, "_\t_\t_\t");
}

/* ---- sentences ---- */

static void
put_buf(struct out *o, struct buf *b)
{
	if (b->len > 0)
		out_mem(o, b->s, b->len);
	b->len = 0;
}

static void
end_sentence(struct export *x, struct ud *u)
{
	struct out *o = &x->out;
	uint64_t n;

	if (u->rows.len > 0) {
		end_token(u, false);
		if (u->ended)
			out_str(o, "# newdoc\n");
		u->ended = false;
		put_buf(o, &u->doc);
		put_buf(o, &u->par);
		out_str(o, "# sent_id = ");
		n = u->in_speech ? ++u->n_sentence : ++u->n_outside;
		if (u->sent_id.len > 0) {
			put_buf(o, &u->sent_id);
		} else {
			if (u->id.len > 0)
				out_mem(o, u->id.s, u->id.len);
			out_str(o, u->id.len > 0 ? ".s" : "s");
			out_u64(o, n);
		}
		out_str(o, "\n# text = ");
		put_buf(o, &u->text);
		out_ch(o, '\n');
		put_buf(o, &u->rows);
		out_ch(o, '\n');
	}
	u->n_word = 0;
	u->sent_id.len = 0;
	u->space = (struct respace){0};
}

/* ---- tags ---- */

static void
put_comment(
    struct buf *to, const char *key, const char *name, const char *value)
{
	buf_str(to, "# ");
	buf_str(to, key);
	buf_str(to, name);
	buf_str(to, " = ");
	for (; *value != '\0'; value++) {
		char c = (unsigned char)*value < 0x20 ? ' ' : *value;

		buf_mem(to, &c, 1);
	}
	buf_str(to, "\n");
}

static void
meta(const char *name, const char *value, void *arg)
{
	struct ud *u = arg;

	if (strcmp(name, "id") != 0 && export_wants(u->o, name))
		put_comment(&u->doc, "meta.", name, value);
}

static void
par_attr(const char *name, const char *value, void *arg)
{
	struct ud *u = arg;

	if (strcmp(name, "id") != 0)
		put_comment(&u->par, "par.", name, value);
}

static void
open_speech(struct export *x, struct ud *u)
{
	const char *id = vrt_attr(&x->v, "id");

	u->id.len = 0;
	buf_str(&u->id, id);
	u->doc.len = 0;
	put_comment(&u->doc, "newdoc ", "id", id);
	vrt_attrs(&x->v, meta, u);
	u->n_sentence = 0;
	u->in_speech = true;
	u->ended = false;
}

static void
open_paragraph(struct export *x, struct ud *u)
{
	const char *id = vrt_attr(&x->v, "id");

	u->par.len = 0;
	if (id != NULL)
		put_comment(&u->par, "newpar ", "id", id);
	else
		buf_str(&u->par, "# newpar\n");
	vrt_attrs(&x->v, par_attr, u);
}

static void
ud_event(struct export *x, void *self, enum vrt_event ev)
{
	struct ud *u = self;
	const char *id;

	if (ev == VRT_TOKEN) {
		put_token(x, u);
		return;
	}
	if (x->v.tag == TAG_OTHER)
		return;
	end_sentence(x, u);
	if (ev == VRT_OPEN && x->v.tag == TAG_SPEECH) {
		open_speech(x, u);
	} else if (ev == VRT_OPEN && x->v.tag == TAG_P) {
		open_paragraph(x, u);
	} else if (ev == VRT_OPEN) {
		id = vrt_attr(&x->v, "id");
		if (id != NULL)
			buf_str(&u->sent_id, id);
	} else if (x->v.tag == TAG_SPEECH) {
		x->n_empty += u->doc.len > 0;
		u->doc.len = 0;
		u->par.len = 0;
		u->id.len = 0;
		u->in_speech = false;
		u->ended = true;
	}
}

static void
ud_close(struct export *x, void *self)
{
	struct ud *u = self;

	end_sentence(x, u);
	out_flush(&x->out);
	if (x->n_outside > 0)
		note("text outside speeches: documents without an id");
	buf_free(&u->text);
	buf_free(&u->rows);
	buf_free(&u->tail);
	buf_free(&u->doc);
	buf_free(&u->par);
	buf_free(&u->id);
	buf_free(&u->sent_id);
	buf_free(&u->plain);
	free(u);
}

const struct export_format export_conllu = {
    "conllu", "a", ud_open, ud_event, ud_close, NULL};
