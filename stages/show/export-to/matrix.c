/* Document-feature matrices: Matrix Market, or a wide table. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "export.h"
#include "lib/base/err.h"
#include "lib/base/out.h"
#include "lib/stream/tokens.h"
#include "lib/table/tsv.h"
#include "lib/table/types.h"

struct cell {
	uint32_t term;
	uint32_t n;
};

struct row {
	size_t from; /* its cells begin */
	size_t head; /* its id and attributes in heads, a NUL behind each */
	uint64_t total;
};

struct matrix {
	struct tokens t;      /* terms are its types */
	struct types text;    /* of the speech under way */
	struct types outside; /* of no speech */
	struct cell *cell;
	size_t n_cell;
	size_t cap_cell;
	struct row *row;
	size_t n_row;
	size_t cap_row;
	struct buf heads;
	/* at the end */
	uint64_t *freq; /* by term */
	uint64_t *docs;
	uint32_t *order; /* terms by bytes */
	uint32_t *place; /* by term: its column, from 1; 0: left out */
	uint32_t n_place;
};

/* ---- rows ---- */

static void
begin_row(struct export *x, struct matrix *m, bool speech)
{
	struct row *r;

	m->row = mem_grow(m->row, &m->cap_row, m->n_row + 1, sizeof(*m->row));
	r = &m->row[m->n_row++];
	*r = (struct row){.from = m->n_cell, .head = m->heads.len};
	for (size_t i = 0; i <= x->o->n_attr; i++) {
		const char *s = speech
		    ? vrt_attr(&m->t.v, i == 0 ? "id" : x->o->attr[i - 1])
		    : NULL;

		if (s == NULL || *s == '\0')
			s = "NA";
		buf_mem(&m->heads, s, strlen(s) + 1);
	}
}

static void
end_row(struct matrix *m, struct types *t)
{
	m->cell = mem_grow(
	    m->cell, &m->cap_cell, m->n_cell + t->n_seen, sizeof(*m->cell));
	for (size_t i = 0; i < t->n_seen; i++) {
		uint64_t n = t->n[t->seen[i]];

		if (n > UINT32_MAX)
			die_data(m->t.v.in.name, m->t.v.in.line,
			    "a term more than %" PRIu32 " times in a speech",
			    UINT32_MAX);
		m->cell[m->n_cell++] = (struct cell){t->seen[i], (uint32_t)n};
		m->row[m->n_row - 1].total += n;
	}
	types_clear(t);
}

static void
count(struct matrix *m, struct types *t)
{
	types_room(t, m->t.types.n);
	types_add(t, m->t.type);
}

static void
read_stream(struct export *x, struct matrix *m, char **files, int n)
{
	const struct tokens_opts read = {
	    .column = x->o->column != NULL ? x->o->column : "form",
	    .kinds = x->o->kinds,
	    .by = "id"};
	struct types *in = &m->outside;
	enum tokens_event ev;

	tokens_open(&m->t, &read, files, n);
	while ((ev = tokens_next(&m->t)) != TOKENS_END)
		if (ev == TOKENS_WORD)
			count(m, in);
		else if (ev == TOKENS_GAP)
			x->n_gap += m->t.v.gap;
		else if (ev == TOKENS_OUTSIDE)
			in = &m->outside;
		else if (ev != TOKENS_PASS && m->t.v.tag == TAG_SPEECH) {
			in = &m->text;
			if (ev == TOKENS_OPEN)
				begin_row(x, m, true);
			else
				end_row(m, in);
		}
}

/* ---- columns ---- */

static size_t
row_end(const struct matrix *m, size_t r)
{
	return r + 1 < m->n_row ? m->row[r + 1].from : m->n_cell;
}

/* Sums, then a place for each term that is frequent enough. */
static void
finish(struct export *x, struct matrix *m)
{
	uint32_t *rank;

	if (m->outside.n_seen > 0) {
		begin_row(x, m, false);
		end_row(m, &m->outside);
	}
	m->freq = mem_new((size_t)m->t.types.n + 1, sizeof(*m->freq));
	m->docs = mem_new((size_t)m->t.types.n + 1, sizeof(*m->docs));
	m->place = mem_new((size_t)m->t.types.n + 1, sizeof(*m->place));
	for (size_t i = 0; i < m->n_cell; i++) {
		m->freq[m->cell[i].term] += m->cell[i].n;
		m->docs[m->cell[i].term]++;
	}
	intern_rank(&m->t.types, &rank, &m->order);
	free(rank);
	for (uint32_t i = 0; i < m->t.types.n; i++)
		if (m->freq[m->order[i]] >= x->o->min)
			m->place[m->order[i]] = ++m->n_place;
}

static int
by_place(const void *a, const void *b)
{
	const struct cell *p = a;
	const struct cell *q = b;

	return (p->term > q->term) - (p->term < q->term);
}

/* The cells of each row by column, those left out taken out; term becomes the
 * column. */
static void
place_cells(struct matrix *m)
{
	size_t to = 0;

	for (size_t r = 0; r < m->n_row; r++) {
		size_t from = m->row[r].from;
		size_t end = row_end(m, r);
		size_t begin = to;

		for (size_t i = from; i < end; i++) {
			struct cell c = m->cell[i];

			c.term = m->place[c.term];
			if (c.term > 0)
				m->cell[to++] = c;
		}
		m->row[r].from = begin;
		if (to > begin)
			qsort(m->cell + begin, to - begin, sizeof(*m->cell),
			    by_place);
	}
	m->n_cell = to;
}

static void
matrix_free(struct export *x, struct matrix *m)
{
	out_flush(&x->out);
	if (m->n_place < m->t.types.n)
		note("%" PRIu32 " of %" PRIu32 " terms left out (-m)",
		    m->t.types.n - m->n_place, m->t.types.n);
	tokens_note(&m->t);
	vrt_tell_absent(&m->t.v, x->o->attr, x->o->n_attr);
	tokens_close(&m->t);
	types_free(&m->text);
	types_free(&m->outside);
	buf_free(&m->heads);
	free(m->cell);
	free(m->row);
	free(m->freq);
	free(m->docs);
	free(m->order);
	free(m->place);
}

/* ---- writing ---- */

/* The cells of a row's head, a tab behind each. */
static void
put_head(struct out *o, const struct export *x, const struct matrix *m,
    const struct row *r)
{
	const char *s = m->heads.s + r->head;

	for (size_t i = 0; i <= x->o->n_attr; i++) {
		tsv_put(o, s, strlen(s));
		out_ch(o, '\t');
		s += strlen(s) + 1;
	}
	out_u64(o, r->total);
}

/* speech, attributes, total; where terms are columns too, they need names that
 * no term has. */
static void
put_names(struct out *o, const struct export *x, bool wide)
{
	out_str(o, wide ? "speech.id" : "speech");
	for (size_t i = 0; i < x->o->n_attr; i++) {
		out_ch(o, '\t');
		if (wide)
			out_str(o, "speech.");
		out_str(o, x->o->attr[i]);
	}
	out_str(o, wide ? "\tspeech.total" : "\ttotal");
}

static void
put_matrix(struct out *o, const struct matrix *m)
{
	out_str(o, "%%MatrixMarket matrix coordinate integer general\n");
	out_fmt(o, "%zu %" PRIu32 " %zu\n", m->n_row, m->n_place, m->n_cell);
	for (size_t r = 0; r < m->n_row; r++)
		for (size_t i = m->row[r].from; i < row_end(m, r); i++) {
			out_u64(o, r + 1);
			out_ch(o, ' ');
			out_u64(o, m->cell[i].term);
			out_ch(o, ' ');
			out_u64(o, m->cell[i].n);
			out_ch(o, '\n');
		}
}

static void
put_terms(struct out *o, const struct matrix *m)
{
	out_str(o, "term\tfreq\tspeeches\n");
	for (uint32_t i = 0; i < m->t.types.n; i++) {
		size_t len;
		const char *s = intern_s(&m->t.types, m->order[i], &len);

		if (m->place[m->order[i]] == 0)
			continue;
		tsv_put(o, s, len);
		out_ch(o, '\t');
		out_u64(o, m->freq[m->order[i]]);
		out_ch(o, '\t');
		out_u64(o, m->docs[m->order[i]]);
		out_ch(o, '\n');
	}
}

static void
mtx_run(struct export *x, char **files, int n)
{
	static const char *const suffix[] = {".mtx", ".rows.tsv", ".cols.tsv"};
	struct matrix m = {0};
	struct aside f[3];

	read_stream(x, &m, files, n);
	finish(x, &m);
	place_cells(&m);
	for (size_t i = 0; i < 3; i++)
		aside_open(&f[i], x->o->prefix, suffix[i]);
	put_matrix(&f[0].out, &m);
	put_names(&f[1].out, x, false);
	out_ch(&f[1].out, '\n');
	for (size_t r = 0; r < m.n_row; r++) {
		put_head(&f[1].out, x, &m, &m.row[r]);
		out_ch(&f[1].out, '\n');
	}
	put_terms(&f[2].out, &m);
	for (size_t i = 0; i < 3; i++)
		aside_close(&f[i]);
	for (size_t i = 0; i < 3; i++)
		aside_rename(&f[i]);
	matrix_free(x, &m);
}

static void
put_wide_header(struct export *x, const struct matrix *m)
{
	put_names(&x->out, x, true);
	for (uint32_t i = 0; i < m->t.types.n; i++) {
		size_t len;
		const char *s = intern_s(&m->t.types, m->order[i], &len);

		if (m->place[m->order[i]] == 0)
			continue;
		if (len > 7 && memcmp(s, "speech.", 7) == 0 &&
		    (strcmp(s + 7, "id") == 0 || strcmp(s + 7, "total") == 0 ||
			(x->o->n_attr > 0 && export_wants(x->o, s + 7))))
			die_data(m->t.v.in.name, 0,
			    "the term '%s' is the name of another column: "
			    "take it out (keep -P)",
			    s);
		out_ch(&x->out, '\t');
		tsv_put(&x->out, s, len);
	}
	out_ch(&x->out, '\n');
}

static void
wide_run(struct export *x, char **files, int n)
{
	struct matrix m = {0};

	read_stream(x, &m, files, n);
	finish(x, &m);
	place_cells(&m);
	if (m.n_place > EXPORT_WIDE)
		die_data(m.t.v.in.name, 0,
		    "%" PRIu32 " terms are too many columns (%d): raise the "
		    "least frequency (-m), or write -f mtx",
		    m.n_place, (int)EXPORT_WIDE);
	put_wide_header(x, &m);
	for (size_t r = 0; r < m.n_row; r++) {
		size_t i = m.row[r].from;
		size_t end = row_end(&m, r);

		put_head(&x->out, x, &m, &m.row[r]);
		for (uint32_t k = 1; k <= m.n_place; k++) {
			bool here = i < end && m.cell[i].term == k;

			out_ch(&x->out, '\t');
			out_u64(&x->out, here ? m.cell[i].n : 0);
			i += here;
		}
		out_ch(&x->out, '\n');
	}
	matrix_free(x, &m);
}

const struct export_format export_mtx = {
    .name = "mtx", .letters = "ackmO", .run = mtx_run};
const struct export_format export_wide = {
    .name = "wide", .letters = "ackm", .run = wide_run};
