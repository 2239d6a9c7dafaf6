#include "text.h"

#include <stdlib.h>
#include <string.h>

#include "count/common/rows.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/stream/tokid.h"
#include "suffix.h"

#define NONE UINT32_MAX

/* What a distinct token does that is no word. */
#define CUT (UINT32_MAX - 2)  /* a delimiter ends the run */
#define PASS (UINT32_MAX - 1) /* nothing */
#define STOP UINT32_MAX       /* ends it, unless runs go on */

struct reader {
	const struct segment_rule *o;
	struct segment_text *t;
	struct vrt v;
	struct tokid tokens; /* by kind and column */
	uint32_t *does;      /* by number of the token: a word, or CUT ... */
	size_t cap_does;
	bool counts[256];
	size_t col;
	int kind;
	uint32_t *s;
	uint32_t *part;
	size_t n;
	size_t cap_s;
	size_t cap_part;
	uint32_t cur;     /* part of the speech under way; NONE: no speech */
	uint32_t outside; /* part of the text outside speeches, NONE */
	uint32_t n_part;
	struct buf plain;
};

static void
put(struct reader *r, uint32_t number)
{
	if (r->n == SUFFIX_MAX)
		die_data(r->v.in.name, r->v.in.line,
		    "over 2147483648 tokens in all");
	r->s = mem_grow(r->s, &r->cap_s, r->n + 1, sizeof(*r->s));
	r->part = mem_grow(r->part, &r->cap_part, r->n + 1, sizeof(*r->part));
	r->s[r->n] = number;
	r->part[r->n++] = r->cur == NONE ? 0 : r->cur;
}

static void
end_run(struct reader *r)
{
	if (r->n > 0 && r->s[r->n - 1] >= REPEAT_STOP)
		put(r, 1);
}

/* Is every character one of the delimiters? */
static bool
is_delimiter(const char *delimiters, const char *s)
{
	if (*s == '\0')
		return false;
	while (*s != '\0') {
		char c[5] = {0};
		size_t n = 1;

		while (((unsigned char)s[n] & 0xC0) == 0x80)
			n++;
		memcpy(c, s, n < 4 ? n : 4);
		if (strstr(delimiters, c) == NULL)
			return false;
		s += n;
	}
	return true;
}

/* What a token seen for the first time does. */
static uint32_t
judge(struct reader *r)
{
	char kind = 'w';
	size_t len;
	const char *s;

	if (r->kind >= 0) {
		s = vrt_col(&r->v, (size_t)r->kind, &len);
		kind = '\0';
		if (len == 1)
			kind = *s;
	}
	s = vrt_col(&r->v, r->col, &len);
	r->plain.len = 0;
	buf_mem(&r->plain, "", 0);
	rows_plain(&r->plain, s, len);
	if (is_delimiter(r->o->delimiters, r->plain.s))
		return CUT;
	if (len > 0 && (r->kind < 0 || r->counts[(unsigned char)kind]))
		return intern_add(&r->t->words, r->plain.s, r->plain.len);
	return kind == 'p' && len > 0 ? PASS : STOP;
}

static void
read_token(struct reader *r)
{
	uint32_t n = r->tokens.keys.n;
	uint32_t id = tokid_get(&r->tokens, &r->v);
	uint32_t does;
	size_t len;

	if (id == n) {
		r->does = mem_grow(
		    r->does, &r->cap_does, (size_t)n + 1, sizeof(*r->does));
		r->does[id] = judge(r);
	}
	does = r->does[id];
	if (does == PASS)
		return;
	if (does == CUT || does == STOP) {
		if (does == CUT || !r->o->over)
			end_run(r);
		(void)vrt_col(&r->v, r->col, &len);
		r->t->n_empty += len == 0;
		return;
	}
	if (r->cur == NONE) {
		if (r->o->attr != NULL) {
			part_outside(&r->t->part);
			r->outside = r->t->part.cur;
		} else if (r->outside == NONE)
			r->outside = r->n_part++;
		r->cur = r->outside;
	}
	r->t->n_word++;
	put(r, does + REPEAT_STOP);
}

static void
read_tag(struct reader *r, enum vrt_event ev)
{
	if (r->v.tag == TAG_OTHER || r->v.tag > r->o->unit)
		return;
	end_run(r);
	if (r->v.tag != TAG_SPEECH)
		return;
	r->cur = NONE;
	if (ev == VRT_CLOSE)
		return;
	if (r->o->attr != NULL)
		part_enter(&r->t->part, &r->v);
	r->cur = r->o->attr != NULL ? r->t->part.cur : r->n_part++;
}

static void
read_stream(struct reader *r)
{
	enum vrt_event ev;

	while ((ev = vrt_next(&r->v)) != VRT_END)
		if (ev == VRT_TOKEN)
			read_token(r);
		else if (ev == VRT_GAP) {
			if (r->v.gap > 0 && !r->o->over)
				end_run(r);
		} else
			read_tag(r, ev);
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

void
segment_text_read(struct segment_text *t, const struct segment_rule *rule,
    char **files, int n)
{
	struct reader r = {.o = rule, .t = t, .cur = NONE, .outside = NONE};

	*t = (struct segment_text){0};
	intern_open(&t->words);
	part_open(&t->part, rule->attr);
	vrt_open(&r.v, files, n, VRT_TOKENS);
	r.col = vrt_column(&r.v, rule->column);
	r.kind = rule->kinds_set ? (int)vrt_column(&r.v, "kind")
				 : vrt_has(&r.v, "kind");
	for (const char *k = rule->kinds; *k != '\0'; k++)
		r.counts[(unsigned char)*k] = true;
	tokid_open(&r.tokens);
	tokid_column(&r.tokens, r.kind);
	tokid_column(&r.tokens, (int)r.col);
	read_stream(&r);
	vrt_close(&r.v);
	tokid_free(&r.tokens);
	buf_free(&r.plain);
	free(r.does);
	order_words(t, r.s, r.n);
	if (rule->attr != NULL)
		r.n_part = t->part.names.n;
	t->s = r.s;
	t->part_of = r.part;
	t->text = (struct repeat_text){r.s, r.n, t->words.n + REPEAT_STOP,
	    r.part, r.n_part > 0 ? r.n_part : 1};
}

void
segment_text_free(struct segment_text *t)
{
	free(t->s);
	free(t->part_of);
	free(t->order);
	part_free(&t->part);
	intern_free(&t->words);
}
