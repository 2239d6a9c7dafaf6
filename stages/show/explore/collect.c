#include "collect.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/out.h"
#include "lib/stream/tokens.h"
#include "lib/table/tsv.h"

/* What is being read. */
struct reading {
	struct collect *c;
	struct tokens tokens;
	struct respace space;
	const char *classes;
	bool speech; /* inside one */
	bool kept;   /* and it is kept */
};

static void
add_code(struct collect *c, uint64_t code)
{
	c->code =
	    mem_grow(c->code, &c->cap_code, c->n_code + 1, sizeof(*c->code));
	c->code[c->n_code++] = code;
}

static void
put_cell(struct out *row, const char *s, size_t len)
{
	if (row->b.len > 0)
		out_ch(row, '\t');
	tsv_put(row, s, len);
}

/* ---- tokens ---- */

static bool
is_of_class(struct reading *r)
{
	size_t len;
	const char *s;

	if (r->classes == NULL)
		return true;
	s = tokens_also(&r->tokens, 1, &len);
	return tokens_among(r->classes, s, len) == TOKENS_AMONG;
}

/* The token's number is the next one. */
static void
add_word(struct reading *r)
{
	struct collect *c = r->c;
	struct collect_word word = {0};
	struct out row;
	size_t len;
	const char *s;

	out_memory(&row);
	s = tokens_value(&r->tokens, &len);
	word.wish = respace_wish(s, len);
	tsv_put(&row, s, len);
	out_ch(&row, '\t');
	if (is_of_class(r)) {
		s = tokens_also(&r->tokens, 0, &len);
		tsv_put(&row, s, len);
	}
	s = tokens_kind(&r->tokens, &len);
	put_cell(&row, s, len);
	c->word =
	    mem_grow(c->word, &c->cap_word, c->n_word + 1, sizeof(*c->word));
	word.row = mem_copy(row.b.s, row.b.len);
	c->word[c->n_word++] = word;
	buf_free(&row.b);
}

static void
take_token(struct reading *r)
{
	struct collect *c = r->c;
	uint32_t id = r->tokens.id;
	enum respace_gap gap;

	if (id == c->n_word)
		add_word(r);
	if (!r->speech) {
		c->n_outside++;
		return;
	}
	if (!r->kept)
		return;
	gap = respace_take(&r->space, c->word[id].wish);
	add_code(c, COLLECT_MARKS + (uint64_t)id * COLLECT_SPACES + gap);
}

/* ---- tags ---- */

static void
add_cell(struct reading *r, struct out *row, const char *name)
{
	const char *s = vrt_attr(&r->tokens.v, name);

	if (s == NULL)
		s = "NA";
	put_cell(row, s, strlen(s));
}

static void
begin_speech(struct reading *r)
{
	struct collect *c = r->c;
	uint64_t number = c->n_all++;
	struct out row;

	r->kept = number % c->step == 0;
	if (!r->kept)
		return;
	out_memory(&row);
	add_cell(r, &row, "id");
	add_cell(r, &row, "source");
	c->speech = mem_grow(
	    c->speech, &c->cap_speech, c->n_speech + 1, sizeof(*c->speech));
	c->speech[c->n_speech++] =
	    (struct collect_speech){.row = mem_copy(row.b.s, row.b.len),
		.number = number,
		.from = c->n_code};
	buf_free(&row.b);
	r->space = (struct respace){0};
}

static void
end_speech(struct reading *r, size_t most)
{
	struct collect *c = r->c;

	if (!r->kept)
		return;
	r->kept = false;
	add_code(c, COLLECT_END);
	c->speech[c->n_speech - 1].to = c->n_code;
	while (c->n_code > most)
		collect_thin(c);
}

static void
begin_paragraph(struct reading *r)
{
	const char *s = vrt_attr(&r->tokens.v, "line");
	uint64_t line = s != NULL ? strtoull(s, NULL, 10) : 0;

	s = vrt_attr(&r->tokens.v, "type");
	if (s == NULL)
		s = "";
	add_code(r->c, COLLECT_PARAGRAPH);
	add_code(r->c, line);
	add_code(r->c, intern_add(&r->c->kinds, s, strlen(s)));
	r->space = (struct respace){0};
}

static void
take_tag(struct reading *r, bool opens, size_t most)
{
	switch (r->tokens.v.tag) {
	case TAG_SPEECH:
		r->speech = opens;
		if (opens)
			begin_speech(r);
		else
			end_speech(r, most);
		break;
	case TAG_P:
		if (opens && r->kept)
			begin_paragraph(r);
		break;
	case TAG_S:
		if (opens && r->kept)
			add_code(r->c, COLLECT_SENTENCE);
		break;
	default:
		break;
	}
}

static void
take_gap(struct reading *r)
{
	if (!r->kept)
		return;
	add_code(r->c, COLLECT_GAP);
	add_code(r->c, r->tokens.v.gap);
}

/* ---- the stream ---- */

void
collect_read(struct collect *c, const struct collect_what *what, size_t most,
    char **files, int n_files)
{
	const struct tokens_opts o = {.column = "word",
	    .also = {what->column, what->classes != NULL ? "pos" : NULL},
	    .by_kind = true,
	    .ids_alone = true};
	struct reading r = {.c = c, .classes = what->classes};
	enum tokens_event ev;

	*c = (struct collect){.step = 1};
	intern_open(&c->kinds);
	tokens_open(&r.tokens, &o, files, n_files);
	while ((ev = tokens_next(&r.tokens)) != TOKENS_END)
		switch (ev) {
		case TOKENS_WORD:
		case TOKENS_PASS:
			take_token(&r);
			break;
		case TOKENS_GAP:
			take_gap(&r);
			break;
		case TOKENS_OPEN:
		case TOKENS_CLOSE:
			take_tag(&r, ev == TOKENS_OPEN, most);
			break;
		default:
			break;
		}
	tokens_close(&r.tokens);
}

void
collect_free(struct collect *c)
{
	for (size_t i = 0; i < c->n_word; i++)
		free(c->word[i].row);
	free(c->word);
	free(c->code);
	intern_free(&c->kinds);
	for (size_t i = 0; i < c->n_speech; i++)
		free(c->speech[i].row);
	free(c->speech);
}

/* ---- less of it ---- */

void
collect_thin(struct collect *c)
{
	size_t n = 0;
	size_t to = 0;

	/* the first one's number is 0 */
	c->step = c->n_speech > 1 ? c->step * 2 : UINT64_MAX;
	for (size_t i = 0; i < c->n_speech; i++) {
		struct collect_speech s = c->speech[i];
		size_t len = s.to - s.from;

		if (c->n_speech == 1 || s.number % c->step != 0) {
			free(s.row);
			continue;
		}
		memmove(c->code + to, c->code + s.from, len * sizeof(*c->code));
		s.from = to;
		s.to = to += len;
		c->speech[n++] = s;
	}
	c->n_speech = n;
	c->n_code = to;
}

/* ---- ranks ---- */

struct ranked {
	struct collect_word word;
	size_t number;
};

static int
by_freq(const void *a, const void *b)
{
	const struct ranked *x = a;
	const struct ranked *y = b;

	if (x->word.freq != y->word.freq)
		return x->word.freq > y->word.freq ? -1 : 1;
	return strcmp(x->word.row, y->word.row);
}

/* The next code of a word, from i on; n_code if there is none. */
static size_t
next_word(const struct collect *c, size_t i)
{
	for (; i < c->n_code && c->code[i] < COLLECT_MARKS; i++)
		if (c->code[i] == COLLECT_PARAGRAPH)
			i += 2;
		else if (c->code[i] == COLLECT_GAP)
			i++;
	return i;
}

static void
count_words(struct collect *c)
{
	for (size_t i = 0; i < c->n_word; i++)
		c->word[i].freq = 0;
	for (size_t i = next_word(c, 0); i < c->n_code; i = next_word(c, i + 1))
		c->word[(c->code[i] - COLLECT_MARKS) / COLLECT_SPACES].freq++;
}

/* Codes of words get the new numbers. */
static void
renumber(struct collect *c, const size_t *rank)
{
	for (size_t i = next_word(c, 0); i < c->n_code;
	     i = next_word(c, i + 1)) {
		uint64_t v = c->code[i] - COLLECT_MARKS;

		c->code[i] = COLLECT_MARKS + v % COLLECT_SPACES +
		    rank[v / COLLECT_SPACES] * COLLECT_SPACES;
	}
}

void
collect_rank(struct collect *c)
{
	struct ranked *all = mem_new(c->n_word, sizeof(*all));
	size_t *rank = mem_new(c->n_word, sizeof(*rank));

	count_words(c);
	for (size_t i = 0; i < c->n_word; i++)
		all[i] = (struct ranked){c->word[i], i};
	if (c->n_word > 0)
		qsort(all, c->n_word, sizeof(*all), by_freq);
	for (size_t i = 0; i < c->n_word; i++) {
		c->word[i] = all[i].word;
		rank[all[i].number] = i;
	}
	renumber(c, rank);
	free(all);
	free(rank);
}

/* ---- what is written ---- */

void
collect_put_words(const struct collect *c, struct buf *to)
{
	buf_str(to, "word\ttype\tkind\n");
	for (size_t i = 0; i < c->n_word && c->word[i].freq > 0; i++) {
		buf_str(to, c->word[i].row);
		buf_str(to, "\n");
	}
}

void
collect_put_speeches(const struct collect *c, struct buf *to)
{
	buf_str(to, "speech\tsource\n");
	for (size_t i = 0; i < c->n_speech; i++) {
		buf_str(to, c->speech[i].row);
		buf_str(to, "\n");
	}
}

void
collect_put_kinds(const struct collect *c, struct buf *to)
{
	struct out o;

	out_memory(&o);
	out_str(&o, "kind\n");
	for (uint32_t i = 0; i < c->kinds.n; i++) {
		size_t len;
		const char *s = intern_s(&c->kinds, i, &len);

		tsv_put(&o, s, len);
		out_ch(&o, '\n');
	}
	buf_mem(to, o.b.s, o.b.len);
	buf_free(&o.b);
}

void
collect_put_codes(const struct collect *c, struct buf *to)
{
	for (size_t i = 0; i < c->n_code; i++) {
		uint64_t v = c->code[i];

		buf_room(to, 10);
		for (; v >= 0x80; v >>= 7)
			to->s[to->len++] = (char)(0x80 | (v & 0x7F));
		to->s[to->len++] = (char)v;
	}
}
