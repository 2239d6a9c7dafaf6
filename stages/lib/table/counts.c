#include "counts.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "tsv.h"

enum {
	CELLS = 4096, /* in memory however little room */
	OFTEN = 1024  /* rows between looks at what names take */
};

/* A cell of the row before. */
struct last {
	struct buf s;
	uint64_t head[2]; /* intern_head() */
};

/* What the columns of one file are. */
struct columns {
	struct tsv tsv;
	int part;
	int size;
	size_t freq;
	size_t term;   /* the first column of TERM, */
	size_t n_term; /* of so many side by side; 0: they are not */
	/* cells and slice of the row before */
	struct last last_part;
	struct last last_size;
	uint32_t slice;
	bool same;
};

static bool
is_term(const struct columns *k, size_t i)
{
	return (int)i != k->part && (int)i != k->size && i != k->freq;
}

void
counts_escape(struct buf *b, const char *s, size_t len)
{
	size_t from = 0;

	for (size_t i = 0; i < len; i++) {
		if (s[i] != '\t' && s[i] != '\n' && s[i] != '\\')
			continue;
		buf_mem(b, s + from, i - from);
		buf_str(b,
		    s[i] == '\t'       ? "\\t"
			: s[i] == '\n' ? "\\n"
				       : "\\\\");
		from = i + 1;
	}
	buf_mem(b, s + from, len - from);
}

/* The TERM columns of names (NULL: of the row) into c->text; false if all
 * are empty. */
static bool
join_term(struct counts *c, const struct columns *k, char *const *names)
{
	bool first = true;
	bool any = false;

	c->text.len = 0;
	for (size_t i = 0; i < k->tsv.n_col; i++) {
		const char *s = names != NULL ? names[i] : k->tsv.cell[i];
		size_t len = names != NULL ? strlen(s) : k->tsv.size[i];

		if (!is_term(k, i))
			continue;
		if (!first)
			buf_mem(&c->text, "\t", 1);
		counts_escape(&c->text, s, len);
		first = false;
		any = any || len > 0;
	}
	return any;
}

/* TERM where it stands, in a row without escapes: with the tabs that were
 * between its columns. */
static void
term_in_place(const struct columns *k, const char **s, size_t *len)
{
	char *const *cell = k->tsv.cell + k->term;
	const size_t *size = k->tsv.size + k->term;
	size_t last = k->n_term - 1;

	for (size_t i = 0; i < last; i++)
		cell[i][size[i]] = '\t';
	*s = *cell;
	*len = (size_t)(cell[last] - *cell) + size[last];
}

/* TERM of the row; false if it is empty. */
static bool
term_of(struct counts *c, const struct columns *k, const char **s, size_t *len)
{
	bool any;

	if (k->n_term > 0 && !k->tsv.escapes) {
		term_in_place(k, s, len);
		return *len >= k->n_term;
	}
	any = join_term(c, k, NULL);
	*s = c->text.s;
	*len = c->text.len;
	return any;
}

/* The columns of TERM, if they stand side by side. */
static void
find_term(struct columns *k)
{
	size_t n = 0;

	for (size_t i = 0; i < k->tsv.n_col; i++) {
		if (!is_term(k, i))
			continue;
		if (n == 0)
			k->term = i;
		n++;
		k->n_term = i + 1 - k->term == n ? n : 0;
	}
}

static void
open_file(struct counts *c, struct columns *k, int i)
{
	tsv_open(&k->tsv, c->files != NULL ? c->files[i] : NULL);
	k->freq = tsv_column(&k->tsv, "freq");
	if ((size_t)k->freq + 1 != k->tsv.n_col)
		die_data(k->tsv.in.name, 1,
		    "the last column is not freq: not a count table");
	k->part = tsv_has(&k->tsv, "part");
	k->size = tsv_has(&k->tsv, "n");
	find_term(k);
	(void)join_term(c, k, k->tsv.name);
	if (c->text.len == 0)
		die_data(k->tsv.in.name, 1,
		    "no column holds what was counted: not a count table");
	if (i == 0) {
		c->has_part = k->part >= 0;
		c->has_size = k->size >= 0;
		buf_mem(&c->header, c->text.s, c->text.len);
	} else if (c->has_part != (k->part >= 0) ||
	    c->has_size != (k->size >= 0) ||
	    strcmp(c->header.s, c->text.s) != 0) {
		die_data(k->tsv.in.name, 1, "columns other than those of %s",
		    c->files[0]);
	}
}

static uint32_t
add_name(
    struct counts *c, struct counts_names *to, const struct columns *k, int col)
{
	c->text.len = 0;
	counts_escape(&c->text, col >= 0 ? k->tsv.cell[col] : "",
	    col >= 0 ? k->tsv.size[col] : 0);
	return intern_add(&to->table, c->text.s, c->text.len);
}

static inline bool
is_cell(const struct columns *k, int col, const struct last *x)
{
	uint64_t head[2];
	size_t len = x->s.len;

	if (col < 0)
		return true;
	if (k->tsv.size[col] != len)
		return false;
	intern_head(head, k->tsv.cell[col], len);
	return head[0] == x->head[0] && head[1] == x->head[1] &&
	    (len <= INTERN_HEAD || memcmp(k->tsv.cell[col], x->s.s, len) == 0);
}

static void
keep_cell(const struct columns *k, int col, struct last *x)
{
	if (col < 0)
		return;
	x->s.len = 0;
	buf_mem(&x->s, k->tsv.cell[col], k->tsv.size[col]);
	intern_head(x->head, k->tsv.cell[col], x->s.len);
}

/* The slice of the row, made at first sight. */
static uint32_t
new_slice(struct counts *c, const struct columns *k)
{
	uint32_t part = add_name(c, &c->parts, k, k->part);
	uint32_t size = add_name(c, &c->sizes, k, k->size);
	uint32_t id;
	size_t len;
	const char *s = intern_s(&c->parts.table, part, &len);

	c->text.len = 0;
	buf_mem(&c->text, s, len);
	buf_mem(&c->text, "\t", 1);
	s = intern_s(&c->sizes.table, size, &len);
	buf_mem(&c->text, s, len);
	id = intern_add(&c->keys, c->text.s, c->text.len);
	if (id == c->n_slice) {
		c->found = mem_grow(
		    c->found, &c->cap_found, c->n_slice + 1, sizeof(*c->found));
		c->found[c->n_slice++] = (struct counts_slice){
		    .part = part, .size = size, .row = c->n_row};
	}
	return id;
}

/* Rows of one slice mostly stand together: it is looked up once for all. */
static uint32_t
find_slice(struct counts *c, struct columns *k)
{
	if (!k->same || !is_cell(k, k->part, &k->last_part) ||
	    !is_cell(k, k->size, &k->last_size)) {
		k->slice = new_slice(c, k);
		keep_cell(k, k->part, &k->last_part);
		keep_cell(k, k->size, &k->last_size);
		k->same = true;
	}
	return k->slice;
}

static void
set_margin(
    struct counts *c, const struct columns *k, uint32_t slice, uint64_t f)
{
	struct counts_slice *s = &c->found[slice];

	if (s->margin)
		die_data(k->tsv.in.name, k->tsv.in.line,
		    "a second margin row of this part; "
		    "add tables up with merge first");
	s->margin = true;
	s->total = f;
	s->row = c->n_row;
	c->has_margin = true;
}

size_t
counts_memory(const struct counts *c)
{
	return intern_memory(&c->parts.table) + intern_memory(&c->terms.table) +
	    intern_memory(&c->keys) + 2 * c->n_slice * sizeof(*c->slice) +
	    (size_t)c->terms.table.n * 8;
}

/* A table takes half as much again while it grows; names will be ranked. */
static void
check_memory(const struct counts *c)
{
	size_t grows = intern_memory(&c->terms.table) / 2;
	size_t ranked = (size_t)c->terms.table.n * 24;
	size_t need = counts_memory(c) + (grows > ranked ? grows : ranked);

	if (c->memory > 0 && need > c->memory)
		mem_over(need,
		    "names and totals are held: give more, or a table of fewer "
		    "terms (ngrams -m) or parts");
}

/* Sorting takes cells twice, and those who use the table have a part of the
 * memory, too. */
static bool
is_full(const struct counts *c)
{
	return c->memory > 0 && c->n_cell >= CELLS &&
	    8 * c->n_cell * sizeof(*c->cell) >= c->memory;
}

static void
add_cell(struct counts *c, uint32_t slice, uint32_t term, uint64_t f)
{
	if (is_full(c)) {
		c->spilt = true;
		spool_put(&c->raw, c->cell, c->n_cell * sizeof(*c->cell));
		c->n_cell = 0;
	}
	c->cell = mem_grow(c->cell, &c->cap, c->n_cell + 1, sizeof(*c->cell));
	c->cell[c->n_cell++] = (struct counts_cell){slice, term, f, c->n_row};
}

static void
read_file(struct counts *c, int i)
{
	struct columns k = {0};

	open_file(c, &k, i);
	while (tsv_next(&k.tsv)) {
		uint64_t f = tsv_u64(&k.tsv, k.freq);
		uint32_t slice;
		uint32_t term;
		const char *s;
		size_t len;

		c->n_row++;
		slice = find_slice(c, &k);
		if (f > COUNTS_MAX)
			die_data(k.tsv.in.name, k.tsv.in.line,
			    "column freq: more than 2^53");
		if (!term_of(c, &k, &s, &len)) {
			set_margin(c, &k, slice, f);
			continue;
		}
		term = intern_add(&c->terms.table, s, len);
		if (c->n_row % OFTEN == 0)
			check_memory(c);
		if (f > 0)
			add_cell(c, slice, term, f);
	}
	c->ends[i] = c->n_row;
	buf_free(&k.last_part.s);
	buf_free(&k.last_size.s);
	tsv_close(&k.tsv);
}

void
counts_read(struct counts *c, char **files, int n)
{
	counts_read_within(c, files, n, 0);
}

void
counts_read_within(struct counts *c, char **files, int n, size_t memory)
{
	*c = (struct counts){.files = n > 0 ? files : NULL, .memory = memory};
	c->n_files = n > 0 ? n : 1;
	c->ends = mem_new((size_t)c->n_files, sizeof(*c->ends));
	intern_open(&c->parts.table);
	intern_open(&c->sizes.table);
	intern_open(&c->terms.table);
	intern_open(&c->keys);
	spool_open(&c->raw, 1);
	spool_open(&c->cells, 1);
	for (int i = 0; i < c->n_files; i++)
		read_file(c, i);
	check_memory(c);
	counts_order(c);
}

static void
free_names(struct counts_names *k)
{
	intern_free(&k->table);
	free(k->order);
	free(k->rank);
}

void
counts_free(struct counts *c)
{
	free_names(&c->parts);
	free_names(&c->sizes);
	free_names(&c->terms);
	intern_free(&c->keys);
	buf_free(&c->header);
	buf_free(&c->text);
	free(c->cell);
	spool_close(&c->raw);
	spool_close(&c->cells);
	free(c->slice);
	free(c->found);
	free(c->ends);
	*c = (struct counts){0};
}
