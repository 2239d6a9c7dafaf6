/* ngrams - count n-grams (ngrams.1)
 *
 * The loop over the stream is its own and does what lib/stream/tokens.h says:
 * here lines are read and their words looked up many at a time, and none waits
 * for the memory of another. */
#include <inttypes.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "count/common/rows.h"
#include "gram.h"
#include "gram_table.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/stream/part.h"
#include "lib/stream/tokens.h"
#include "lib/stream/vrt.h"
#include "words.h"

enum {
	HOLD = 32 << 20,
	SKIPS = 9,
};

struct opts {
	struct gram_opts gram;
	uint64_t min;
	const char *column; /* NULL: stem, else form */
	const char *attr;
	const char *kinds;
	bool kinds_set;
	bool cross;           /* gaps and tokens of other kinds */
	bool cross_sentences; /* and sentences and paragraphs */
	bool by_freq;
};

/* What to read of a token line. */
struct columns {
	size_t word;
	int kind;         /* -1: there is none, every token counts */
	bool counts[256]; /* by the letter of the kind */
};

/* The count under way. */
struct count {
	const struct opts *o;
	const char *column; /* the counted one */
	struct columns col;
	struct words raw; /* of the column, as it stands in the stream */
	struct gram_raw plain_of; /* by number in raw: number in plain */
	struct intern plain;      /* as it stands in the table */
	struct buf buf;
	struct part part;
	struct intern part_cells; /* part.names with the tables' escapes */
	bool simple;              /* single words of one part: only freq */
	bool nowhere;             /* -b: outside speeches, part not yet set */
	uint64_t *freq;           /* by number in plain */
	struct gram gram;
	struct vrt_batch batch;
	struct words_key key[VRT_BATCH + 1];
	uint64_t n_empty; /* tokens without a value in the column */
};

/* ---- the stream ---- */

/* The word of a new raw value. */
static void
add_plain(struct count *c, const struct words_key *k)
{
	struct buf *b = &c->buf;
	struct gram_raw *r = &c->plain_of;

	b->len = 0;
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

static inline bool
is_counted(const struct columns *col, const char *kind, size_t len)
{
	return (len == 1) & col->counts[(unsigned char)*kind];
}

static void
read_token(struct count *c, struct vrt *v)
{
	const struct columns *col = &c->col;
	struct word *w;
	size_t len;
	const char *s;

	if (col->kind >= 0) {
		s = vrt_col(v, (size_t)col->kind, &len);
		if (!is_counted(col, s, len)) {
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
make_keys(struct count *c)
{
	const struct vrt_batch *b = &c->batch;
	const struct words raw = c->raw; /* both in registers */
	const struct columns *col = &c->col;
	const size_t n = b->n;
	struct words_key *k = c->key;
	uint64_t n_empty = 0;
	/* for what does not count, and for a tag */
	const bool breaks[] = {
	    !c->simple && !c->o->cross, !c->simple && !c->o->cross_sentences};

	for (size_t i = 0; i < n; i++) {
		const struct vrt_line *line = &b->line[i];
		uint32_t counts = 1 - line->tag;
		size_t len;
		const char *s;

		if (col->kind >= 0) {
			s = vrt_batch_col(b, line, (size_t)col->kind, &len);
			counts &= is_counted(col, s, len);
		}
		s = vrt_batch_col(b, line, col->word, &len);
		n_empty += counts & (len == 0);
		words_key(&raw, k, s, (uint32_t)len & -counts);
		k += (counts & (len != 0)) | breaks[line->tag];
	}
	c->n_empty += n_empty;
	return (size_t)(k - c->key);
}

static void
read_batch(struct count *c)
{
	uint32_t id1[VRT_BATCH];
	size_t n = make_keys(c);

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

static void
read_stream(struct count *c, struct vrt *v)
{
	enum vrt_event ev;

	c->col = (struct columns){
	    .word = vrt_column(v, c->column), .kind = kind_column(c->o, v)};
	for (const char *k = c->o->kinds; *k != '\0'; k++)
		c->col.counts[(unsigned char)*k] = true;
	for (;;) {
		if (vrt_batch(v, &c->batch)) {
			read_batch(c);
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
}

/* How often each word came in all its ways to be written. */
static void
add_freq(void *arg, const struct word *w)
{
	struct count *c = arg;

	c->freq[c->plain_of.word[w->id1 - 1]] += w->freq;
}

/* ---- the table ---- */

/* Single words of one part need no sorting but that of the vocabulary. */
static void
give_words(
    const struct count *c, const struct gram_ranks *ranks, struct gram_table *t)
{
	struct gram_row row = {.n = 1};

	for (uint32_t i = 0; i < c->plain.n; i++)
		row.freq += c->freq[i];
	if (row.freq > 0)
		gram_table_row(t, &row);
	for (uint32_t i = 0; i < c->plain.n; i++) {
		row.word = &i;
		row.freq = c->freq[ranks->word_order[i]];
		gram_table_row(t, &row);
	}
}

static void
write_table(struct count *c)
{
	struct gram_ranks ranks;
	struct gram_table t = {.has_part = c->o->attr != NULL,
	    .min = c->o->min,
	    .by_freq = c->o->by_freq,
	    .parts = &c->part_cells,
	    .ranks = &ranks};
	struct out o;

	out_stdout(&o);
	gram_rank(&c->gram, &ranks);
	gram_table_open(&t, &o, &c->plain);
	if (c->simple)
		give_words(c, &ranks, &t);
	else
		gram_finish(&c->gram, &ranks, gram_table_row, &t);
	gram_table_close(&t);
	gram_rank_free(&ranks);
	out_close(&o);
}

static void
count_files(const struct opts *o, char **files, int n)
{
	struct count c = {.o = o, .column = o->column};
	struct vrt v;

	c.simple = o->gram.hi == 1 && o->attr == NULL;
	vrt_open(&v, files, n, VRT_TOKENS);
	if (c.column == NULL)
		c.column = vrt_has(&v, "stem") >= 0 ? "stem" : "form";
	words_open(&c.raw);
	intern_open(&c.plain);
	intern_open(&c.part_cells);
	part_open(&c.part, o->attr);
	c.gram.words = &c.plain;
	c.gram.parts = &c.part_cells;
	c.gram.raw = &c.plain_of;
	gram_open(&c.gram, &o->gram);
	c.nowhere = o->attr != NULL;
	if (o->attr == NULL) {
		(void)intern_add(&c.part_cells, "", 0);
		gram_part(&c.gram, 0);
	}
	read_stream(&c, &v);
	tokens_tell(&c.part, vrt_has(&v, "kind") >= 0, c.n_empty, c.column);
	vrt_close(&v);
	if (c.simple) {
		c.freq = mem_new(c.plain.n, sizeof(*c.freq));
		words_each(&c.raw, add_freq, &c);
	}
	words_free(&c.raw);
	write_table(&c);
	gram_free(&c.gram);
	buf_free(&c.buf);
	part_free(&c.part);
	intern_free(&c.plain);
	intern_free(&c.part_cells);
	free(c.plain_of.word);
	free(c.freq);
}

/* ---- options ---- */

/* "2" or "1-3" */
static void
read_sizes(struct opts *o, const char *arg)
{
	size_t len = strlen(arg);
	char lo = arg[0];
	char hi = len == 3 ? arg[2] : lo;

	if ((len != 1 && (len != 3 || arg[1] != '-')) || lo < '1' || lo > '9' ||
	    hi < lo || hi > '9')
		die_usage("option -n: '%s' is not a size from 1 to 9, or two "
			  "as 1-3",
		    arg);
	o->gram.lo = (size_t)(lo - '0');
	o->gram.hi = (size_t)(hi - '0');
}

int
main(int argc, char **argv)
{
	static const struct opt_page page = {
	    "ngrams [-hqrVvXx] [-b attr] [-c column] [-k kinds] [-M size] "
	    "[-m min] [-n sizes] [-S skips] [-T tokens] [file ...]",
	    "count n-grams", "b:c:k:M:m:n:rS:T:xX"};
	struct opts o = {
	    .gram = {.lo = 1, .hi = 1, .hold = HOLD}, .min = 1, .kinds = "w"};
	int ch;

	err_init(argv[0]);
	while ((ch = opt_next(argc, argv, &page)) != -1)
		switch (ch) {
		case 'b':
			o.attr = optarg;
			break;
		case 'c':
			o.column = optarg;
			break;
		case 'k':
			o.kinds = opt_kinds(ch, optarg);
			o.kinds_set = true;
			break;
		case 'M':
			o.gram.memory = mem_budget(ch, optarg);
			break;
		case 'm':
			o.min = opt_u64(ch, optarg, 1, UINT64_MAX);
			break;
		case 'n':
			read_sizes(&o, optarg);
			break;
		case 'r':
			o.by_freq = true;
			break;
		case 'S':
			o.gram.skips = opt_u64(ch, optarg, 0, SKIPS);
			break;
		case 'T':
			o.gram.hold = opt_u64(ch, optarg, 1, UINT32_MAX);
			break;
		case 'X':
			o.cross_sentences = true;
			o.cross = true;
			break;
		case 'x':
			o.cross = true;
			break;
		}
	if (o.by_freq && o.gram.memory > 0)
		opt_refuse(&page, "options -M and -r exclude each other");
	count_files(&o, argv + optind, argc - optind);
	return RC_OK;
}
