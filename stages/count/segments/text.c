#include "text.h"

#include <stdlib.h>
#include <string.h>

#include "count/common/delimiter.h"
#include "count/common/rows.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "suffix.h"

#define NONE UINT32_MAX

/* What a distinct token does that is no word. */
#define CUT (UINT32_MAX - 2)  /* a delimiter ends the run */
#define PASS (UINT32_MAX - 1) /* nothing */
#define STOP UINT32_MAX       /* ends it, unless runs go on */

enum {
	EACH = 64, /* bytes a number takes at most while segments are sought */
	BLOCK = 16 * 1024, /* numbers of a file taken together */
	LEAST = 1024       /* numbers in memory however little room */
};

struct reader {
	const struct rule *o;
	struct segment_text *to;
	struct tokens *t;
	uint32_t *does; /* by number of the token: a word, or CUT ... */
	size_t n_does;
	size_t cap_does;
	uint32_t *s;
	uint32_t *part;
	size_t n;
	size_t most;   /* that memory allows */
	uint32_t last; /* number put */
	size_t cap_s;
	size_t cap_part;
	uint32_t cur;     /* part of the text under way */
	uint32_t outside; /* part of the text outside speeches, NONE */
	uint32_t n_part;
	struct buf plain;
	bool far;
	size_t cap_span;
};

static void
put_far(struct reader *r, uint32_t number)
{
	struct far_text *f = &r->to->far;

	if (f->n_span == 0 || f->span[f->n_span - 1].part != r->cur) {
		f->span = mem_grow(
		    f->span, &r->cap_span, f->n_span + 1, sizeof(*f->span));
		f->span[f->n_span++] =
		    (struct far_span){(uint32_t)f->n, r->cur};
	}
	spool_put(&f->s, &number, sizeof(number));
	f->n++;
}

/* Memory has no room for the text: it goes into a file. */
static void
go_far(struct reader *r)
{
	uint32_t cur = r->cur;

	r->far = true;
	spool_open(&r->to->far.s, 1);
	for (size_t i = 0; i < r->n; i++) {
		r->cur = r->part[i];
		put_far(r, r->s[i]);
	}
	r->cur = cur;
	free(r->s);
	free(r->part);
	r->s = NULL;
	r->part = NULL;
}

static void
put(struct reader *r, uint32_t number)
{
	if (r->n == SUFFIX_MAX)
		die_data(r->t->v.in.name, r->t->v.in.line,
		    "over 2147483648 tokens in all");
	if (r->n == r->most)
		go_far(r);
	r->last = number;
	if (r->far) {
		put_far(r, number);
		r->n++;
		return;
	}
	r->s = mem_grow(r->s, &r->cap_s, r->n + 1, sizeof(*r->s));
	r->part = mem_grow(r->part, &r->cap_part, r->n + 1, sizeof(*r->part));
	r->s[r->n] = number;
	r->part[r->n++] = r->cur;
}

static void
end_run(struct reader *r)
{
	if (r->n > 0 && r->last >= REPEAT_STOP)
		put(r, 1);
}

/* What a token seen for the first time does. */
static uint32_t
judge(struct reader *r, bool counts)
{
	struct vrt *v = &r->t->v;
	size_t len;
	const char *s = vrt_col(v, r->t->col, &len);

	r->plain.len = 0;
	buf_mem(&r->plain, "", 0);
	rows_plain(&r->plain, s, len);
	if (delimiter_is(r->o->delimiters, r->plain.s))
		return CUT;
	if (counts)
		return intern_add(&r->to->words, r->plain.s, r->plain.len);
	s = tokens_kind(r->t, &len);
	return len == 1 && *s == 'p' && r->plain.len > 0 ? PASS : STOP;
}

static void
read_token(struct reader *r, bool counts)
{
	uint32_t id = r->t->id;
	uint32_t does;

	if (id >= r->n_does) {
		r->does = mem_grow(
		    r->does, &r->cap_does, (size_t)id + 1, sizeof(*r->does));
		r->does[r->n_does++] = judge(r, counts);
	}
	does = r->does[id];
	if (does == CUT || (does == STOP && !r->o->over))
		end_run(r);
	if (does >= CUT)
		return;
	r->to->n_word++;
	put(r, does + REPEAT_STOP);
}

/* Without an attribute, each speech is a part and so is all that is outside. */
static void
enter(struct reader *r, bool outside)
{
	if (r->o->read.by != NULL)
		r->cur = r->t->part.cur;
	else if (!outside || r->outside == NONE)
		r->cur = r->n_part++;
	else
		r->cur = r->outside;
	if (outside)
		r->outside = r->cur;
}

static void
read_stream(struct reader *r)
{
	enum tokens_event ev;

	while ((ev = tokens_next(r->t)) != TOKENS_END)
		switch (ev) {
		case TOKENS_WORD:
		case TOKENS_PASS:
			read_token(r, ev == TOKENS_WORD);
			break;
		case TOKENS_GAP:
			if (!r->o->over)
				end_run(r);
			break;
		case TOKENS_OUTSIDE:
			enter(r, true);
			break;
		default:
			if (r->t->v.tag == TAG_OTHER ||
			    r->t->v.tag > r->o->unit)
				break;
			end_run(r);
			if (ev == TOKENS_OPEN && r->t->v.tag == TAG_SPEECH)
				enter(r, false);
			break;
		}
	end_run(r);
	put(r, 0);
}

/* Numbers by first sight become numbers by bytes. */
static void
order_words(struct segment_text *t, uint32_t *s, size_t n)
{
	uint32_t *rank;

	intern_rank(&t->words, &rank, &t->order);
	for (size_t i = 0; i < n; i++)
		if (s[i] >= REPEAT_STOP)
			s[i] = rank[s[i] - REPEAT_STOP] + REPEAT_STOP;
	free(rank);
}

static void
order_far(struct segment_text *t)
{
	struct far_text *f = &t->far;
	uint32_t *s = mem_new(BLOCK, sizeof(*s));
	uint32_t *rank;

	intern_rank(&t->words, &rank, &t->order);
	for (uint64_t at = 0; at < f->n; at += BLOCK) {
		size_t n = f->n - at < BLOCK ? (size_t)(f->n - at) : BLOCK;

		spool_get(&f->s, at * sizeof(*s), s, n * sizeof(*s));
		for (size_t i = 0; i < n; i++)
			if (s[i] >= REPEAT_STOP)
				s[i] = rank[s[i] - REPEAT_STOP] + REPEAT_STOP;
		spool_set(&f->s, at * sizeof(*s), s, n * sizeof(*s));
	}
	free(rank);
	free(s);
}

/* What the words leave of the memory. */
static size_t
room_left(const struct segment_text *t, size_t memory)
{
	size_t taken = intern_memory(&t->words);

	return taken < memory / 2 ? memory - taken : memory / 2;
}

void
text_read(struct segment_text *t, const struct rule *rule, char **files, int n)
{
	struct reader r = {.o = rule, .to = t, .t = &t->t, .outside = NONE};

	*t = (struct segment_text){0};
	r.most = rule->memory > 0 ? rule->memory / EACH + LEAST : SIZE_MAX;
	intern_open(&t->words);
	tokens_open(&t->t, &rule->read, files, n);
	read_stream(&r);
	buf_free(&r.plain);
	free(r.does);
	if (r.far) {
		tokens_forget(&t->t); /* it is read to its end */
		order_far(t);
	} else
		order_words(t, r.s, r.n);
	if (rule->read.by != NULL)
		r.n_part = t->t.part.names.n;
	t->s = r.s;
	t->part_of = r.part;
	t->far.k = t->words.n + REPEAT_STOP;
	t->text = (struct repeat_text){r.s, r.n, t->far.k, r.part,
	    r.n_part > 0 ? r.n_part : 1, r.far ? &t->far : NULL,
	    room_left(t, rule->memory)};
}

const uint32_t *
text_at(struct segment_text *t, uint64_t at, size_t len)
{
	if (t->s != NULL)
		return t->s + at;
	t->held = mem_grow(t->held, &t->cap_held, len, sizeof(*t->held));
	spool_get(
	    &t->far.s, at * sizeof(*t->held), t->held, len * sizeof(*t->held));
	return t->held;
}

void
text_free(struct segment_text *t)
{
	free(t->s);
	free(t->part_of);
	free(t->order);
	free(t->held);
	free(t->far.span);
	spool_close(&t->far.s);
	tokens_close(&t->t);
	intern_free(&t->words);
}
