#include "plane.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"
#include "lib/text/utf.h"

enum what {
	FREE,
	LINE,
	MARK,
	TEXT,
	TAIL, /* the second column of a wide character */
};

/* A way to put a label: its row, seen from the mark, where it begins, and how
 * unclear it is. */
enum side {
	BEHIND, /* begins right of the mark */
	BEFORE, /* ends left of it */
	MIDDLE, /* has it at its middle */
	BEGINS, /* begins above or below it */
	ENDS,   /* ends above or below it */
	N_SIDES
};

struct way {
	int row;
	enum side side;
	int cost;
};

static const struct way ways[] = {
    {0, BEHIND, 0},
    {0, BEFORE, 2},
    {-1, MIDDLE, 5},
    {1, MIDDLE, 5},
    {-1, BEGINS, 6},
    {1, BEGINS, 6},
    {-1, ENDS, 7},
    {1, ENDS, 7},
};

enum {
	NO_WAY = INT32_MAX,
	OVER_LINE = 2,
	/* a mark right above or below the label, for each of its columns */
	MARK_BESIDE = 1, /* where the label is beside its own mark */
	MARK_ABOVE = 5,  /* where it is above or below it */
	CUT_OFF = 4,
	NEAR_TEXT = 4, /* one blank from another label */
};

/* A label, or its beginning. */
struct piece {
	const char *s;
	size_t len;
	const char *dots; /* NULL: it is whole */
	size_t width;
};

static struct plane_cell *
cell(const struct plane *p, size_t row, size_t col)
{
	return &p->cell[row * p->cols + col];
}

void
plane_open(struct plane *p, size_t cols, size_t rows)
{
	p->cols = cols;
	p->rows = rows;
	p->cell = mem_new(cols * rows, sizeof(*p->cell));
}

void
plane_free(struct plane *p)
{
	free(p->cell);
	*p = (struct plane){0};
}

static void
set(struct plane_cell *c, const char *s, size_t len, enum what what)
{
	c->s = s;
	c->len = (unsigned char)len;
	c->what = (unsigned char)what;
}

void
plane_lines(struct plane *p, struct plane_place at, const char *const sign[3])
{
	for (size_t i = 0; at.col < p->cols && i < p->rows; i++)
		set(cell(p, i, at.col), sign[0], strlen(sign[0]), LINE);
	for (size_t i = 0; at.row < p->rows && i < p->cols; i++)
		set(cell(p, at.row, i), sign[1], strlen(sign[1]), LINE);
	if (at.col < p->cols && at.row < p->rows)
		set(cell(p, at.row, at.col), sign[2], strlen(sign[2]), LINE);
}

void
plane_mark(struct plane *p, struct plane_place at, const char *sign)
{
	struct plane_cell *c = cell(p, at.row, at.col);

	if (c->what != MARK)
		set(c, sign, strlen(sign), MARK);
}

/* Where a label of that width begins; SIZE_MAX if it is outside. */
static size_t
first_col(
    const struct plane *p, struct plane_place at, enum side side, size_t width)
{
	size_t before = 0; /* columns of the label left of the mark */
	size_t col = at.col;

	if (side == BEHIND)
		col++;
	else if (side == BEFORE)
		before = width;
	else if (side == MIDDLE)
		before = width / 2;
	else if (side == ENDS)
		before = width - 1;
	if (before > col || col - before + width > p->cols)
		return SIZE_MAX;
	return col - before;
}

static bool
is_taken(const struct plane *p, size_t row, size_t col)
{
	return cell(p, row, col)->what >= MARK;
}

/* Is there a mark other than the label's own? */
static bool
has_mark(const struct plane *p, size_t row, size_t col, struct plane_place at)
{
	return row < p->rows && cell(p, row, col)->what == MARK &&
	    (row != at.row || col != at.col);
}

/* What stands at the end of a label: in the column next to it, and behind. */
static int
cost_of_end(const struct plane *p, struct plane_place at, size_t row,
    const size_t col[2])
{
	bool own = row == at.row && col[0] == at.col;

	if (col[0] < p->cols && !own && is_taken(p, row, col[0]))
		return NO_WAY;
	if (col[1] < p->cols && cell(p, row, col[1])->what >= TEXT)
		return NEAR_TEXT;
	return 0;
}

/* What a column of a label would cover, and what is above and below. */
static int
cost_of_column(const struct plane *p, struct plane_place at,
    const struct way *way, struct plane_place to)
{
	if (is_taken(p, to.row, to.col))
		return NO_WAY;
	if (!has_mark(p, to.row - 1, to.col, at) &&
	    !has_mark(p, to.row + 1, to.col, at))
		return 0;
	return way->row == 0 ? MARK_BESIDE : MARK_ABOVE;
}

static int
sum_costs(int a, int b)
{
	return a == NO_WAY || b == NO_WAY ? NO_WAY : a + b;
}

/* How unclear a label would be that way.  Rows and columns wrap round beyond
 * the edge, where they are larger than all. */
static int
cost(const struct plane *p, struct plane_place at, const struct way *way,
    const struct piece *t)
{
	size_t row = at.row + (size_t)way->row;
	size_t from = first_col(p, at, way->side, t->width);
	size_t end = from + t->width;
	bool over = false;
	int sum = way->cost;

	if (from == SIZE_MAX || row >= p->rows)
		return NO_WAY;
	for (size_t i = from; i < end && sum < NO_WAY; i++) {
		sum = sum_costs(sum,
		    cost_of_column(p, at, way, (struct plane_place){i, row}));
		over = over || cell(p, row, i)->what == LINE;
	}
	sum = sum_costs(sum, over ? OVER_LINE : 0);
	sum = sum_costs(sum, t->dots != NULL ? CUT_OFF : 0);
	sum = sum_costs(
	    sum, cost_of_end(p, at, row, (const size_t[]){from - 1, from - 2}));
	return sum_costs(
	    sum, cost_of_end(p, at, row, (const size_t[]){end, end + 1}));
}

/* Columns that are free on one side of the mark, with a blank behind. */
static size_t
room_beside(const struct plane *p, struct plane_place at, enum side side)
{
	size_t n = 0;
	size_t most = side == BEHIND ? p->cols - at.col - 1 : at.col;

	while (n < most &&
	    !is_taken(
		p, at.row, side == BEHIND ? at.col + n + 1 : at.col - n - 1))
		n++;
	return n < most && n > 0 ? n - 1 : n;
}

/* What of a label fits into so many columns. */
static struct piece
piece_of(const char *s, size_t width, const char *dots)
{
	size_t len = strlen(s);
	struct piece t = {s, len, NULL, utf_width(s, len)};
	size_t d = utf_width(dots, strlen(dots));

	if (t.width <= width)
		return t;
	t.len = utf_fit(s, len, width > d ? width - d : 0, &t.width);
	for (; t.len > 0 && s[t.len - 1] == ' '; t.len--)
		t.width--;
	t.dots = dots;
	t.width += d;
	return t;
}

/* Each character into its cells; combining marks go with the one before. */
static size_t
write_text(struct plane *p, struct plane_place at, const char *s, size_t len)
{
	const char *end = s + len;
	struct plane_cell *last = NULL;

	while (s < end) {
		size_t n;
		size_t width;

		(void)utf_get(s, end, &n);
		width = utf_width(s, n);
		if (width > 0) {
			last = cell(p, at.row, at.col);
			set(last, s, n, TEXT);
			for (size_t i = 1; i < width; i++)
				set(cell(p, at.row, at.col + i), NULL, 0, TAIL);
			at.col += width;
		} else if (last != NULL && last->len < UINT8_MAX - n)
			last->len = (unsigned char)(last->len + n);
		s += n;
	}
	return at.col;
}

/* The clearest of two lengths that way: what it should have, and what there is
 * room for. */
static int
try_way(const struct plane *p, struct plane_place at, const struct way *way,
    const struct plane_cut *cut, struct piece *t)
{
	const char *s = t->s;
	int c;
	size_t room;

	*t = piece_of(s, cut->most, cut->dots);
	c = cost(p, at, way, t);
	if (c < NO_WAY)
		return c;
	room = way->row == 0 ? room_beside(p, at, way->side) : cut->least;
	if (room < cut->least || room >= t->width)
		return NO_WAY;
	*t = piece_of(s, room, cut->dots);
	return cost(p, at, way, t);
}

enum plane_fit
plane_label(struct plane *p, struct plane_place at, const char *s,
    const struct plane_cut *cut)
{
	struct piece best = {0};
	const struct way *way = NULL;
	int least = NO_WAY;

	if (*s == '\0')
		return PLANE_WHOLE;
	for (size_t i = 0; i < sizeof(ways) / sizeof(*ways); i++) {
		struct piece t = {.s = s};
		int c = try_way(p, at, &ways[i], cut, &t);

		if (c >= least)
			continue;
		least = c;
		best = t;
		way = &ways[i];
	}
	if (way == NULL)
		return PLANE_NONE;
	at.col = first_col(p, at, way->side, best.width);
	at.row += (size_t)way->row;
	at.col = write_text(p, at, best.s, best.len);
	if (best.dots == NULL)
		return PLANE_WHOLE;
	(void)write_text(p, at, best.dots, strlen(best.dots));
	return PLANE_CUT;
}

void
plane_put(const struct plane *p, struct out *o, size_t row)
{
	size_t n = p->cols;

	while (n > 0 && cell(p, row, n - 1)->what == FREE)
		n--;
	for (size_t i = 0; i < n; i++) {
		const struct plane_cell *c = cell(p, row, i);

		if (c->what == FREE)
			out_ch(o, ' ');
		else if (c->s != NULL)
			out_mem(o, c->s, c->len);
	}
}
