#include "count.h"

#include "count/common/rows.h"
#include "lib/stream/tokens.h"

enum {
	KIND_COUNTS = 1,
	KIND_THERE = 2
};

/* Stands for the words of other classes: no column holds a tab. */
static const char other_word[WORDS_KEY] = "\t";

/* The word of a new raw value. */
static void
add_plain(struct count *c, const struct words_key *k)
{
	struct buf *b = &c->buf;
	struct gram_raw *r = &c->plain_of;

	b->len = 0;
	buf_mem(b, "", 0);
	if (*k->s != *other_word)
		rows_plain(b, k->s, k->len);
	r->word = mem_grow(r->word, &r->cap, c->raw.n, sizeof(*r->word));
	r->word[r->n++] = intern_add(&c->plain, b->s, b->len);
}

static struct word *
far_word(struct count *c, const struct words_key *k)
{
	struct word *w = words_get(&c->raw, k);

	if (w->id1 > c->plain_of.n)
		add_plain(c, k);
	return w;
}

static inline struct word *
get_word(struct count *c, const struct words_key *k)
{
	struct word *w;

	return words_near(&c->raw, k, &w) ? w : far_word(c, k);
}

static inline void
add_break(struct count *c)
{
	if (!c->simple)
		gram_break(&c->gram);
}

/* What comes is counted for the speech that begins, or without one (v NULL)
 * for the text outside. */
static void
enter_part(struct count *c, struct vrt *v)
{
	struct buf cell = {0};
	uint32_t n = c->part.names.n;
	size_t len;
	const char *s;

	c->nowhere = false;
	if (v != NULL)
		part_enter(&c->part, v);
	else
		part_outside(&c->part);
	if (c->part.names.n > n) {
		s = intern_s(&c->part.names, c->part.cur, &len);
		rows_cell(&cell, s, len);
		(void)intern_add(&c->part_cells, cell.s, cell.len);
		buf_free(&cell);
	}
	if (c->simple)
		return;
	gram_part(&c->gram, c->part.cur);
}

static void
read_tag(struct count *c, struct vrt *v, enum vrt_event ev)
{
	if (v->tag == TAG_SPEECH ||
	    (v->tag != TAG_OTHER && !c->o->cross_sentences))
		add_break(c);
	if (v->tag != TAG_SPEECH)
		return;
	if (ev == VRT_OPEN)
		enter_part(c, v);
	else
		c->nowhere = c->o->attr != NULL;
}

/* A token that does not count, or a gap. */
static inline void
pass_over(struct count *c)
{
	if (!c->o->cross)
		add_break(c);
}

static int
kind_column(const struct opts *o, struct vrt *v)
{
	if (o->kinds_set)
		return (int)vrt_column(v, "kind");
	return vrt_has(v, "kind");
}

/* KIND_... of it; 0 is none. */
static inline uint32_t
kind_of(const struct columns *col, const char *kind, size_t len)
{
	return col->counts[(unsigned char)*kind] & -(uint32_t)(len == 1);
}

static void
know_kinds(struct columns *col, const char *kinds)
{
	for (const char *k = TOKENS_KINDS; *k != '\0'; k++)
		col->counts[(unsigned char)*k] = KIND_THERE;
	for (const char *k = kinds; *k != '\0'; k++)
		col->counts[(unsigned char)*k] |= KIND_COUNTS;
}

/* Exit 1 at the first token of the batch that is of no kind. */
static void
find_no_kind(const struct count *c, struct vrt *v)
{
	const struct vrt_batch *b = &c->batch;

	v->in.line -= b->n;
	for (size_t i = 0; i < b->n; i++) {
		size_t len;
		const char *s =
		    vrt_batch_col(b, &b->line[i], (size_t)c->col.kind, &len);

		v->in.line++;
		if (b->line[i].tag == VRT_IS_TOKEN &&
		    kind_of(&c->col, s, len) == 0)
			tokens_no_kind(v, s, len);
	}
}

/* Words of other classes count, and are one. */
static inline void
hide(struct count *c, const char *pos, size_t n, const char **s, size_t *len)
{
	enum tokens_among in;

	if (*len == 0)
		return;
	in = tokens_among(c->col.classes, pos, n);
	if (in == TOKENS_AMONG)
		return;
	c->n_unclassed += in == TOKENS_UNKNOWN;
	*s = other_word;
	*len = 1;
}

static void
read_token(struct count *c, struct vrt *v)
{
	const struct columns *col = &c->col;
	struct word *w;
	size_t len;
	const char *s;

	if (col->kind >= 0) {
		uint32_t kind;

		s = vrt_col(v, (size_t)col->kind, &len);
		kind = kind_of(col, s, len);
		if (kind == 0)
			tokens_no_kind(v, s, len);
		if ((kind & KIND_COUNTS) == 0) {
			pass_over(c);
			return;
		}
	}
	s = vrt_col(v, col->word, &len);
	if (len == 0) {
		c->n_empty++;
		pass_over(c);
		return;
	}
	if (c->nowhere)
		enter_part(c, NULL);
	if (col->pos >= 0) {
		size_t n;
		const char *pos = vrt_col(v, (size_t)col->pos, &n);

		hide(c, pos, n, &s, &len);
	}
	words_key(&c->raw, c->key, s, (uint32_t)len);
	w = get_word(c, c->key);
	if (c->simple)
		w->freq++;
	else
		gram_add(&c->gram, w->id1);
}

/* Makes the keys of the words of a batch, an empty one for a break; how many.
 * No step depends on what a line is, which cannot be foreseen. */
static size_t
make_keys(struct count *c, struct vrt *v)
{
	const struct vrt_batch *b = &c->batch;
	const struct words raw = c->raw; /* both in registers */
	const struct columns *col = &c->col;
	const size_t n = b->n;
	struct words_key *k = c->key;
	uint64_t n_empty = 0;
	uint32_t no_kind = 0;
	const bool cut = !c->simple && !c->o->cross;
	const bool breaks[] = {[VRT_IS_TOKEN] = cut, /* that does not count */
	    [VRT_IS_TAG] = !c->simple && !c->o->cross_sentences,
	    [VRT_IS_GAP] = cut};

	for (size_t i = 0; i < n; i++) {
		const struct vrt_line *line = &b->line[i];
		uint32_t counts = line->tag == VRT_IS_TOKEN;
		uint32_t kind;
		size_t len;
		const char *s;

		if (col->kind >= 0) {
			s = vrt_batch_col(b, line, (size_t)col->kind, &len);
			kind = kind_of(col, s, len);
			no_kind |= counts & (kind == 0);
			counts &= kind & KIND_COUNTS;
		}
		s = vrt_batch_col(b, line, col->word, &len);
		if (col->pos >= 0 && counts != 0) {
			size_t n_pos;
			const char *pos =
			    vrt_batch_col(b, line, (size_t)col->pos, &n_pos);

			hide(c, pos, n_pos, &s, &len);
		}
		n_empty += counts & (len == 0);
		words_key(&raw, k, s, (uint32_t)len & -counts);
		k += (counts & (len != 0)) | breaks[line->tag];
	}
	if (no_kind != 0)
		find_no_kind(c, v);
	c->n_empty += n_empty;
	return (size_t)(k - c->key);
}

static void
read_batch(struct count *c, struct vrt *v)
{
	uint32_t id1[VRT_BATCH];
	size_t n = make_keys(c, v);

	for (size_t i = 0; c->nowhere && i < n; i++)
		if (c->key[i].len > 0)
			enter_part(c, NULL);
	if (c->simple) {
		for (size_t i = 0; i < n; i++)
			get_word(c, &c->key[i])->freq++;
		return;
	}
	for (size_t i = 0; i < n; i++)
		id1[i] = get_word(c, &c->key[i])->id1;
	gram_add_all(&c->gram, id1, n);
}

/* How often each word came in all its ways to be written. */
static void
add_freq(void *arg, const struct word *w)
{
	struct count *c = arg;

	c->freq[c->plain_of.word[w->id1 - 1]] += w->freq;
}

void
count_stream(struct count *c, struct vrt *v)
{
	enum vrt_event ev;

	c->col = (struct columns){.word = vrt_column(v, c->column),
	    .kind = kind_column(c->o, v),
	    .pos = c->o->classes != NULL ? (int)vrt_column(v, "pos") : -1,
	    .classes = c->o->classes};
	know_kinds(&c->col, c->o->kinds);
	for (;;) {
		if (vrt_batch(v, &c->batch)) {
			read_batch(c, v);
			continue;
		}
		ev = vrt_next(v);
		if (ev == VRT_TOKEN)
			read_token(c, v);
		else if (ev == VRT_GAP)
			pass_over(c);
		else if (ev == VRT_END)
			break;
		else
			read_tag(c, v, ev);
	}
	if (c->simple) {
		c->freq = mem_new(c->plain.n, sizeof(*c->freq));
		words_each(&c->raw, add_freq, c);
	}
}
