/* plane - whatever the points, labels stay whole, apart and by their marks. */
#include <stdlib.h>
#include <unistd.h>

#include "lib/text/utf.h"
#include "show/common/plane.h"
#include "tap.h"

enum {
	COLS = 40,
	ROWS = 12,
	MARKS = 25,
	CELLS = ROWS * COLS,
	PLANES = 500,
	TEXT = 32
};

static const struct plane_cut cut = {16, 5, "~"};

struct label {
	struct plane_place at;
	char s[TEXT];
	enum plane_fit fit;
};

static uint64_t
draw(uint64_t *seed)
{
	*seed = *seed * UINT64_C(6364136223846793005) +
	    UINT64_C(1442695040888963407);
	return *seed >> 33;
}

/* The plane as one text, a line of COLS bytes each; all labels are ASCII. */
static void
read_plane(const struct plane *p, char *text)
{
	for (size_t i = 0; i < CELLS; i++) {
		const struct plane_cell *c = &p->cell[i];

		text[i] = c->s != NULL ? c->s[0] : ' ';
	}
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '|' || c == '-' || c == '+' || c == '*';
}

/* Does the label stand at text + i, with nothing else of a label beside? */
static bool
stands_at(const char *text, const struct label *l, size_t i)
{
	size_t len = strlen(l->s);
	size_t col = i % COLS;

	if (l->fit == PLANE_CUT) { /* its beginning, then dots */
		len = 0;
		while (col + len < COLS && text[i + len] == l->s[len])
			len++;
		if (len == 0 || col + len >= COLS || text[i + len] != '~')
			return false;
		len++;
	} else if (col + len > COLS || strncmp(text + i, l->s, len) != 0)
		return false;
	return (col == 0 || is_blank(text[i - 1])) &&
	    (col + len == COLS || is_blank(text[i + len])) &&
	    col <= l->at.col + 1 && l->at.col <= col + len;
}

/* Does it stand in its row, or in the one above or below? */
static bool
stands(const char *text, const struct label *l)
{
	for (size_t i = 0; i < CELLS; i++) {
		size_t row = i / COLS;

		if (row + 1 >= l->at.row && row <= l->at.row + 1 &&
		    stands_at(text, l, i))
			return true;
	}
	return false;
}

static void
any_plane(void)
{
	static const char *const lines[] = {"|", "-", "+"};
	uint64_t seed = 1;
	unsigned lost = 0;
	unsigned marks = 0;
	unsigned placed[3] = {0};

	for (int k = 0; k < PLANES; k++) {
		struct plane p;
		struct label l[MARKS];
		char text[CELLS];
		size_t n = 1 + draw(&seed) % MARKS;

		plane_open(&p, COLS, ROWS);
		plane_lines(&p,
		    (struct plane_place){
			draw(&seed) % COLS * 2, draw(&seed) % ROWS},
		    lines);
		for (size_t i = 0; i < n; i++) {
			l[i].at = (struct plane_place){
			    draw(&seed) % COLS, draw(&seed) % ROWS};
			(void)snprintf(l[i].s, TEXT, "%zu%.*s", 10 + i,
			    (int)(draw(&seed) % 26),
			    "abcdefghijklmnopqrstuvwxyz");
			plane_mark(&p, l[i].at, "*");
		}
		for (size_t i = 0; i < n; i++) {
			l[i].fit = plane_label(&p, l[i].at, l[i].s, &cut);
			placed[l[i].fit]++;
		}
		read_plane(&p, text);
		for (size_t i = 0; i < n; i++) {
			marks += text[l[i].at.row * COLS + l[i].at.col] != '*';
			lost += l[i].fit != PLANE_NONE && !stands(text, &l[i]);
		}
		plane_free(&p);
	}
	printf(
	    "# whole %u, cut %u, none %u\n", placed[0], placed[1], placed[2]);
	is_u64(marks, 0, "no mark is written over");
	is_u64(lost, 0, "labels stand by their marks, apart from others");
	ok(placed[PLANE_WHOLE] > 0 && placed[PLANE_CUT] > 0 &&
		placed[PLANE_NONE] > 0,
	    "all cases were met");
}

/* What a row looks like. */
static void
row_is(const struct plane *p, size_t row, const char *want, const char *name)
{
	struct out o;
	char *got;

	out_open(&o, STDOUT_FILENO, "<stdout>");
	plane_put(p, &o, row);
	got = mem_copy(o.b.s, o.b.len);
	o.b.len = 0;
	buf_free(&o.b);
	is_str(got, want, name);
	free(got);
}

static void
unicode(void)
{
	struct plane p;

	plane_open(&p, 12, 3);
	plane_mark(&p, (struct plane_place){0, 1}, "●");
	plane_mark(&p, (struct plane_place){11, 1}, "○");
	is_u64(
	    plane_label(&p, (struct plane_place){0, 1}, "é中\xCC\x81o", &cut),
	    PLANE_WHOLE, "wide and combining characters");
	row_is(&p, 1, "●é中\xCC\x81o      ○", "they take 4 columns");
	is_u64(plane_label(&p, (struct plane_place){11, 1}, "être", &cut),
	    PLANE_WHOLE, "a label before its mark");
	row_is(&p, 1, "●é中\xCC\x81o  être○", "ends at it");
	is_u64(plane_label(&p, (struct plane_place){11, 1}, "", &cut),
	    PLANE_WHOLE, "an empty label needs no room");
	plane_free(&p);
}

int
main(void)
{
	any_plane();
	unicode();
	return done();
}
