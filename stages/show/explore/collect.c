#include "collect.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/out.h"
#include "lib/lang/fr/respace.h"
#include "lib/stream/tokens.h"
#include "lib/table/tsv.h"

/* What is being read. */
struct reading {
	struct collect *c;
	struct tokens tokens;
	struct respace space;
	bool speech; /* inside one */
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

/* The token's number is the next one. */
static void
add_word(struct reading *r)
{
	struct collect *c = r->c;
	struct out row;
	size_t len;
	const char *s;

	out_memory(&row);
	s = tokens_value(&r->tokens, &len);
	tsv_put(&row, s, len);
	out_ch(&row, '\t');
	s = tokens_also(&r->tokens, 0, &len);
	tsv_put(&row, s, len);
	s = tokens_kind(&r->tokens, &len);
	put_cell(&row, s, len);
	c->word =
	    mem_grow(c->word, &c->cap_word, c->n_word + 1, sizeof(*c->word));
	c->word[c->n_word++] =
	    (struct collect_word){.row = mem_copy(row.b.s, row.b.len)};
	buf_free(&row.b);
}

static void
take_token(struct reading *r)
{
	struct collect *c = r->c;
	uint32_t id = r->tokens.id;
	enum respace_gap gap;
	size_t len;
	const char *s;

	if (id == c->n_word)
		add_word(r);
	if (!r->speech) {
		c->n_outside++;
		return;
	}
	c->word[id].freq++;
	s = tokens_value(&r->tokens, &len);
	gap = respace_next(&r->space, s, len);
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
	struct out row;

	out_memory(&row);
	add_cell(r, &row, "id");
	add_cell(r, &row, "source");
	out_ch(&row, '\n');
	buf_mem(&r->c->speeches, row.b.s, row.b.len);
	buf_free(&row.b);
	r->c->n_speech++;
	r->space = (struct respace){0};
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
take_tag(struct reading *r, bool opens)
{
	switch (r->tokens.v.tag) {
	case TAG_SPEECH:
		r->speech = opens;
		if (opens)
			begin_speech(r);
		else
			add_code(r->c, COLLECT_END);
		break;
	case TAG_P:
		if (opens && r->speech)
			begin_paragraph(r);
		break;
	case TAG_S:
		if (opens && r->speech)
			add_code(r->c, COLLECT_SENTENCE);
		break;
	default:
		break;
	}
}

static void
take_gap(struct reading *r)
{
	if (!r->speech)
		return;
	add_code(r->c, COLLECT_GAP);
	add_code(r->c, r->tokens.v.gap);
}

/* ---- the stream ---- */

void
collect_read(struct collect *c, const char *column, size_t most, char **files,
    int n_files)
{
	const struct tokens_opts o = {.column = "word",
	    .also = {column},
	    .by_kind = true,
	    .ids_alone = true};
	struct reading r = {.c = c};
	enum tokens_event ev;

	*c = (struct collect){0};
	intern_open(&c->kinds);
	tokens_open(&r.tokens, &o, files, n_files);
	while (c->n_code <= most && (ev = tokens_next(&r.tokens)) != TOKENS_END)
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
			take_tag(&r, ev == TOKENS_OPEN);
			break;
		default:
			break;
		}
	c->cut = c->n_code > most;
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
	buf_free(&c->speeches);
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

/* Codes of words get the new numbers. */
static void
renumber(struct collect *c, const size_t *rank)
{
	for (size_t i = 0; i < c->n_code; i++) {
		uint64_t v = c->code[i];

		if (v == COLLECT_PARAGRAPH)
			i += 2;
		else if (v == COLLECT_GAP)
			i++;
		if (v < COLLECT_MARKS)
			continue;
		v -= COLLECT_MARKS;
		c->code[i] = COLLECT_MARKS + v % COLLECT_SPACES +
		    rank[v / COLLECT_SPACES] * COLLECT_SPACES;
	}
}

void
collect_rank(struct collect *c)
{
	struct ranked *all = mem_new(c->n_word, sizeof(*all));
	size_t *rank = mem_new(c->n_word, sizeof(*rank));

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
	if (c->speeches.len > 0)
		buf_mem(to, c->speeches.s, c->speeches.len);
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
