/* table - a table as aligned text for people (table.1) */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/err.h"
#include "lib/figure.h"
#include "lib/grid.h"
#include "lib/mem.h"
#include "lib/opt.h"
#include "lib/out.h"
#include "lib/utf.h"

static const struct opt_page page = {
    "table [-ghqV] [-c columns] [-f plain|fr|en] [-n rows] [-o columns] "
    "[-p places] [-r old=new] [-W columns] [file]",
    "a table as aligned text for people"};

enum {
	MAX_LIST = 64,
	MIN_TEXT = 8,
	MIN_HEAD = 4
};

/* What an option lists: names parted by commas, or one a use. */
struct words {
	char *s[MAX_LIST];
	size_t n;
};

struct opts {
	struct words cols;   /* -c */
	struct words keys;   /* -o */
	struct words places; /* -p */
	struct words heads;  /* -r */
	enum figure_style style;
	uint64_t rows;
	size_t width;
	bool grid;
};

/* A column as it is shown. */
struct column {
	size_t k; /* in the table */
	const char *head;
	bool figures;
	int places;
	size_t whole; /* columns before the decimal point, if figures */
	size_t rest;  /* and from it on */
	size_t width;
};

struct key {
	size_t k;
	bool falling;
	bool figures;
};

struct sheet {
	const struct opts *o;
	struct grid grid;
	struct column *col;
	size_t n_col;
	size_t *row; /* the rows shown, in order */
	size_t n_row;
	char **text; /* of the cells shown */
	struct out out;
	size_t pad; /* blanks not yet written */
};

struct row {
	const struct sheet *sheet;
	size_t k;
};

/* ---- choice and order ---- */

static int
compare_cells(const struct sheet *t, const struct key *key, size_t a, size_t b)
{
	const char *x = grid_cell(&t->grid, a, key->k);
	const char *y = grid_cell(&t->grid, b, key->k);
	bool no_x = *x == '\0' || strcmp(x, "NA") == 0;
	bool no_y = *y == '\0' || strcmp(y, "NA") == 0;
	int c;

	if (no_x || no_y)
		return no_x - no_y; /* last, either way */
	if (key->figures) {
		double v = strtod(x, NULL);
		double w = strtod(y, NULL);

		c = (v > w) - (v < w);
	} else
		c = strcmp(x, y);
	return key->falling ? -c : c;
}

static void
merge(struct sheet *t, const struct key *key, size_t *tmp, size_t n[2])
{
	size_t *a = t->row + n[0];
	size_t half = (n[1] - n[0]) / 2;
	size_t len = n[1] - n[0];
	size_t i = 0;
	size_t k = half;

	if (len < 2)
		return;
	merge(t, key, tmp, (size_t[2]){n[0], n[0] + half});
	merge(t, key, tmp, (size_t[2]){n[0] + half, n[1]});
	for (size_t m = 0; m < len; m++)
		tmp[m] = k == len ||
			(i < half && compare_cells(t, key, a[i], a[k]) <= 0)
		    ? a[i++]
		    : a[k++];
	memcpy(a, tmp, len * sizeof(*a));
}

static void
sort_rows(struct sheet *t)
{
	const struct words *w = &t->o->keys;
	size_t *tmp = mem_new(t->n_row, sizeof(*tmp));

	/* stable, so the last key comes first */
	for (size_t i = w->n; i > 0; i--) {
		const char *name = w->s[i - 1];
		struct key key = {.falling = *name == '-'};

		key.k = grid_column(&t->grid, name + key.falling);
		key.figures = grid_is_figures(&t->grid, key.k);
		merge(t, &key, tmp, (size_t[2]){0, t->n_row});
	}
	free(tmp);
}

static void
choose_rows(struct sheet *t)
{
	t->n_row = t->grid.n_row;
	t->row = mem_new(t->n_row, sizeof(*t->row));
	for (size_t i = 0; i < t->n_row; i++)
		t->row[i] = i;
	sort_rows(t);
	if (t->n_row > t->o->rows)
		t->n_row = (size_t)t->o->rows;
}

static bool
has_decimals(const struct sheet *t, size_t k)
{
	for (size_t i = 0; i < t->grid.n_row; i++)
		if (strpbrk(grid_cell(&t->grid, i, k), ".eE") != NULL)
			return true;
	return false;
}

/* -p 2 goes for columns with decimals, -p name=2 for one. */
static int
places_of(const struct sheet *t, size_t k)
{
	const struct words *w = &t->o->places;
	const char *name = t->grid.name[k];
	size_t len = strlen(name);
	int places = -1;

	for (size_t i = 0; i < w->n; i++) {
		const char *eq = strrchr(w->s[i], '=');

		if (eq == NULL && has_decimals(t, k))
			places = (int)opt_u64('p', w->s[i], 0, FIGURE_PLACES);
	}
	for (size_t i = 0; i < w->n; i++) {
		const char *eq = strrchr(w->s[i], '=');

		if (eq != NULL && (size_t)(eq - w->s[i]) == len &&
		    memcmp(w->s[i], name, len) == 0)
			places = (int)opt_u64('p', eq + 1, 0, FIGURE_PLACES);
	}
	return places;
}

static const char *
head_of(const struct sheet *t, size_t k)
{
	const struct words *w = &t->o->heads;
	const char *name = t->grid.name[k];
	size_t len = strlen(name);

	for (size_t i = 0; i < w->n; i++)
		if (strncmp(w->s[i], name, len) == 0 && w->s[i][len] == '=')
			return w->s[i] + len + 1;
	return name;
}

/* The names that -p and -r give stand in the table. */
static void
check_names(const struct sheet *t, const struct words *w)
{
	for (size_t i = 0; i < w->n; i++) {
		const char *eq = strchr(w->s[i], '=');
		char *name;

		if (eq == NULL)
			continue;
		name = mem_copy(w->s[i], (size_t)(eq - w->s[i]));
		(void)grid_column(&t->grid, name);
		free(name);
	}
}

static void
choose_columns(struct sheet *t)
{
	const struct words *w = &t->o->cols;

	check_names(t, &t->o->places);
	check_names(t, &t->o->heads);
	t->n_col = w->n > 0 ? w->n : t->grid.n_col;
	t->col = mem_new(t->n_col, sizeof(*t->col));
	for (size_t i = 0; i < t->n_col; i++) {
		struct column *c = &t->col[i];

		c->k = w->n > 0 ? grid_column(&t->grid, w->s[i]) : i;
		c->head = head_of(t, c->k);
		c->figures = grid_is_figures(&t->grid, c->k);
		c->places = places_of(t, c->k);
	}
}

/* ---- widths ---- */

static void
measure(struct sheet *t)
{
	t->text = mem_new(t->n_row * t->n_col, sizeof(*t->text));
	for (size_t i = 0; i < t->n_row; i++)
		for (size_t k = 0; k < t->n_col; k++) {
			struct column *c = &t->col[k];
			const char *s = grid_cell(&t->grid, t->row[i], c->k);
			struct buf b = {0};
			size_t w;
			size_t whole;

			if (c->figures)
				figure_put(&b, s, c->places, t->o->style);
			else
				buf_str(&b, s);
			t->text[i * t->n_col + k] = b.s;
			w = utf_width(b.s, b.len);
			whole = c->figures ? figure_whole(b.s, t->o->style) : w;
			c->whole = whole > c->whole ? whole : c->whole;
			c->rest = w - whole > c->rest ? w - whole : c->rest;
		}
	for (size_t k = 0; k < t->n_col; k++) {
		struct column *c = &t->col[k];

		c->width = utf_width(c->head, strlen(c->head));
		if (c->whole + c->rest > c->width)
			c->width = c->whole + c->rest;
	}
}

/* The widest column that may lose one more; NULL if there is none. */
static struct column *
widest(struct sheet *t, bool figures)
{
	struct column *best = NULL;

	for (size_t k = 0; k < t->n_col; k++) {
		struct column *c = &t->col[k];
		size_t least = MIN_TEXT;

		if (c->figures) {
			least = c->whole + c->rest;
			least = least < MIN_HEAD ? MIN_HEAD : least;
		}
		if (c->figures == figures && c->width > least &&
		    (best == NULL || c->width > best->width))
			best = c;
	}
	return best;
}

/* Columns of text shrink first, then headings over figures. */
static void
shrink(struct sheet *t)
{
	size_t between = t->o->grid ? 3 : 2;
	size_t total = t->o->grid ? 4 : 0;

	for (size_t k = 0; k < t->n_col; k++)
		total += t->col[k].width + (k > 0 ? between : 0);
	while (t->o->width > 0 && total > t->o->width) {
		struct column *c = widest(t, false);

		if (c == NULL)
			c = widest(t, true);
		if (c == NULL)
			return;
		c->width--;
		total--;
	}
}

/* ---- output ---- */

static void
put(struct sheet *t, const char *s, size_t len)
{
	if (len == 0)
		return;
	memset(out_room(&t->out, t->pad), ' ', t->pad);
	t->out.b.len += t->pad;
	t->pad = 0;
	out_mem(&t->out, s, len);
}

static void
end_line(struct sheet *t)
{
	t->pad = 0;
	out_ch(&t->out, '\n');
}

/* A text within width columns, cut with … where it is longer; returns the
 * blanks still missing. */
static size_t
put_cut(struct sheet *t, const char *s, size_t width)
{
	size_t len = strlen(s);
	size_t w = utf_width(s, len);
	size_t n;

	if (w <= width) {
		put(t, s, len);
		return width - w;
	}
	n = utf_fit(s, len, width - 1, &w);
	while (n > 0 && s[n - 1] == ' ') {
		n--;
		w--;
	}
	put(t, s, n);
	put(t, "\xE2\x80\xA6", 3);
	return width - w - 1;
}

static void
put_head(struct sheet *t, const struct column *c)
{
	size_t w = utf_width(c->head, strlen(c->head));

	if (c->figures && w < c->width)
		t->pad += c->width - w;
	w = put_cut(t, c->head, c->width);
	if (!c->figures)
		t->pad += w;
}

static void
put_cell(struct sheet *t, const struct column *c, const char *s)
{
	size_t w;

	if (!c->figures) {
		w = put_cut(t, s, c->width);
		t->pad += w;
		return;
	}
	w = figure_whole(s, t->o->style);
	t->pad += c->width - c->rest - w;
	put(t, s, strlen(s));
	t->pad += c->rest - (utf_width(s, strlen(s)) - w);
}

/* A line of cells; row SIZE_MAX is the heading. */
static void
put_row(struct sheet *t, size_t row)
{
	static const char bar[] = "\xE2\x94\x82";

	for (size_t k = 0; k < t->n_col; k++) {
		if (t->o->grid) {
			t->pad += k > 0;
			put(t, bar, 3);
			t->pad = 1;
		} else if (k > 0)
			t->pad += 2;
		if (row == SIZE_MAX)
			put_head(t, &t->col[k]);
		else
			put_cell(t, &t->col[k], t->text[row * t->n_col + k]);
	}
	if (t->o->grid) {
		t->pad++;
		put(t, bar, 3);
	}
	end_line(t);
}

/* A rule; ends: the signs at its left, between columns and at its right. */
static void
put_rule(struct sheet *t, const char *const ends[3])
{
	for (size_t k = 0; k < t->n_col; k++) {
		size_t n = t->col[k].width + (t->o->grid ? 2 : 0);

		if (t->o->grid)
			put(t, ends[k > 0], 3);
		else if (k > 0)
			t->pad += 2;
		while (n-- > 0)
			put(t, "\xE2\x94\x80", 3);
	}
	if (t->o->grid)
		put(t, ends[2], 3);
	end_line(t);
}

static void
put_sheet(struct sheet *t)
{
	static const char *const top[] = {
	    "\xE2\x94\x8C", "\xE2\x94\xAC", "\xE2\x94\x90"};
	static const char *const middle[] = {
	    "\xE2\x94\x9C", "\xE2\x94\xBC", "\xE2\x94\xA4"};
	static const char *const bottom[] = {
	    "\xE2\x94\x94", "\xE2\x94\xB4", "\xE2\x94\x98"};

	if (t->o->grid)
		put_rule(t, top);
	put_row(t, SIZE_MAX);
	put_rule(t, middle);
	for (size_t i = 0; i < t->n_row; i++)
		put_row(t, i);
	if (t->o->grid)
		put_rule(t, bottom);
}

/* ---- beginning and end ---- */

static void
add_words(struct words *w, int letter, char *arg, const char *parted)
{
	char *save = NULL;

	for (char *s = strtok_r(arg, parted, &save); s != NULL;
	     s = strtok_r(NULL, parted, &save)) {
		if (w->n == MAX_LIST)
			die_usage("option -%c: more than %d", letter, MAX_LIST);
		w->s[w->n++] = s;
	}
}

static void
add_places(struct opts *o, char *arg)
{
	size_t from = o->places.n;

	add_words(&o->places, 'p', arg, ",");
	for (size_t i = from; i < o->places.n; i++) {
		const char *eq = strrchr(o->places.s[i], '=');

		(void)opt_u64('p', eq != NULL ? eq + 1 : o->places.s[i], 0,
		    FIGURE_PLACES);
	}
}

static void
add_head(struct opts *o, char *arg)
{
	if (strchr(arg, '=') == NULL || *arg == '=')
		die_usage("option -r: '%s' is not old=new", arg);
	add_words(&o->heads, 'r', arg, "\n");
}

static void
parse(struct opts *o, int argc, char **argv)
{
	int ch;

	while ((ch = getopt(argc, argv, "+:c:f:gn:o:p:r:W:hqV")) != -1)
		switch (ch) {
		case 'c':
			add_words(&o->cols, 'c', optarg, ",");
			break;
		case 'f':
			o->style = figure_style('f', optarg);
			break;
		case 'g':
			o->grid = true;
			break;
		case 'n':
			o->rows = opt_u64('n', optarg, 0, UINT32_MAX);
			break;
		case 'o':
			add_words(&o->keys, 'o', optarg, ",");
			break;
		case 'p':
			add_places(o, optarg);
			break;
		case 'r':
			add_head(o, optarg);
			break;
		case 'W':
			o->width = opt_u64('W', optarg, 0, 100000);
			break;
		case 'q':
			err_quiet(true);
			break;
		default:
			opt_other(ch, &page);
		}
	if (argc - optind > 1)
		opt_refuse(&page, "one table at a time");
}

int
main(int argc, char *argv[])
{
	struct opts o = {.rows = UINT64_MAX, .width = 80};
	struct sheet t = {.o = &o};

	err_init(argv[0]);
	parse(&o, argc, argv);
	grid_read(&t.grid, argv[optind]);
	out_open(&t.out, STDOUT_FILENO, "standard output");
	choose_columns(&t);
	choose_rows(&t);
	measure(&t);
	shrink(&t);
	put_sheet(&t);
	out_close(&t.out);
	for (size_t i = 0; i < t.n_row * t.n_col; i++)
		free(t.text[i]);
	free(t.text);
	free(t.row);
	free(t.col);
	grid_free(&t.grid);
	return RC_OK;
}
