/* pictures - of every kind: no text over another, none beyond the frame or too
 * small; few labels of a map in the key; how large. */
#include "show/plot/draw.h"

#include <stdlib.h>
#include <unistd.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "tap_io.h"
#include "texts.h"

static struct opts
options(const char *path)
{
	return (struct opts){.plot = {.width = 480, .places = -1},
	    .rows = UINT64_MAX,
	    .least = -1,
	    .picture = {.rule = {.axis = {"1", "2"},
			    .label = "name",
			    .parts = UINT64_MAX}},
	    .file = path};
}

static void
draw(struct picture_text *p, const char *kind, const struct opts *o)
{
	struct out out;

	out_memory(&out);
	draw_kind(kind)->draw(&out, o);
	out_ch(&out, '\0');
	read_picture(p, out.b.s, out.b.len - 1);
	buf_free(&out.b);
	is_u64(n_bad(p), 0, kind);
	ok(p->least >= SVG_SMALL, "no text is too small");
}

/* ---- tables ---- */

static uint32_t
next(uint32_t *seed)
{
	*seed = *seed * 1664525U + 1013904223U;
	return *seed >> 8;
}

/* A word of 2 to 13 letters, and some with blanks. */
static void
put_word(struct buf *b, uint32_t *seed)
{
	uint32_t n = 2 + next(seed) % 12;

	for (uint32_t i = 0; i < n; i++)
		buf_mem(b, &"etaoinsrhldcumfpgwybvkxjqz"[next(seed) % 20], 1);
	if (next(seed) % 9 == 0)
		buf_str(b, " \xC3\x89tat & <r\xC3\xA9gions> territoriales");
}

static void
put_figure(struct buf *b, double v)
{
	char s[32];

	(void)snprintf(s, sizeof(s), "\t%.6g", v);
	buf_str(b, s);
}

/* name and two coordinates, near the middle more than at the edge. */
static char *
points(char *path, uint32_t n, uint32_t seed)
{
	struct buf b = {0};

	buf_str(&b, "name\tcoord_1\tcoord_2\n");
	for (uint32_t i = 0; i < n; i++) {
		put_word(&b, &seed);
		for (int k = 0; k < 2; k++) {
			double v = 0;

			for (int j = 0; j < 4; j++)
				v += (double)(next(&seed) % 1000) / 1000 - 0.5;
			put_figure(&b, v);
		}
		buf_str(&b, "\n");
	}
	(void)new_file(path, b.s);
	buf_free(&b);
	return path;
}

/* label, value, low, high and a group; network: source, target, weight. */
static char *
rows(char *path, uint32_t n, const char *head, bool pairs)
{
	struct buf b = {0};
	uint32_t seed = 7;

	buf_str(&b, head);
	for (uint32_t i = 0; i < n; i++) {
		double v = (double)(next(&seed) % 1000) / 100 + 0.01;

		put_word(&b, &seed);
		if (pairs) {
			uint32_t old = 11 + next(&seed) % 20;

			buf_str(&b, "\t");
			put_word(&b, &old);
		}
		put_figure(&b, v);
		put_figure(&b, v / 2);
		put_figure(&b, v * (1 + next(&seed) % 5));
		buf_str(&b, i < n / 2 ? "\tone\n" : "\ttwo\n");
	}
	(void)new_file(path, b.s);
	buf_free(&b);
	return path;
}

static char *
matrix(char *path, uint32_t n, uint32_t m)
{
	struct buf b = {0};
	uint32_t seed = 3;

	buf_str(&b, "row\tcolumn\tvalue\n");
	for (uint32_t i = 0; i < n; i++)
		for (uint32_t k = 0; k < m; k++) {
			uint32_t name = i * 7919 + 1;

			put_word(&b, &name);
			buf_u64(&b, i);
			buf_str(&b, "\t");
			name = k * 104729 + 5;
			put_word(&b, &name);
			buf_u64(&b, k);
			put_figure(&b, (double)(next(&seed) % 2000) / 10 - 90);
			buf_str(&b, "\n");
		}
	(void)new_file(path, b.s);
	buf_free(&b);
	return path;
}

/* ---- checks ---- */

/* Labels of a map that are numbers, or not there at all: those in the key. */
static size_t
in_key(const struct picture_text *p)
{
	size_t n = 0;

	for (size_t i = 0; i < p->n; i++) {
		const char *s = p->text[i].s;

		/* "1 word, 2 word", or "Without a label: word, word" */
		if (p->text[i].x > FRAME_MARGIN + 0.1 ||
		    p->text[i].y < p->height - 60)
			continue;
		for (n += *s != '\0'; (s = strchr(s, ',')) != NULL; s++)
			n++;
	}
	return n;
}

static void
check_maps(struct picture_text *p)
{
	size_t sum = 0;
	char path[TAP_PATH];

	for (uint32_t seed = 1; seed <= 25; seed++) {
		struct opts o = options(points(path, 40, seed));
		size_t n;

		draw(p, "map", &o);
		(void)unlink(path);
		n = in_key(p);
		sum += n;
		ok(n <= 2, "of 40 labels 5 % at most are in the key");
	}
	printf("# labels in the key: %zu of 1000\n", sum);
	for (uint32_t seed = 1; seed <= 3; seed++) {
		struct opts o = options(points(path, 300, seed));

		draw(p, "map", &o);
		(void)unlink(path);
		ok(p->len < 100000, "a map of 300 points has 100 kB at most");
	}
}

static void
check_kinds(struct picture_text *p)
{
	char path[TAP_PATH];
	char columns[32];
	struct opts o =
	    options(rows(path, 40, "label\tvalue\tlow\thigh\tset\n", false));

	o.plot.title = "A title that is so long that one line of the picture "
		       "has no room for all of its words, not even this wide";
	draw(p, "bars", &o);
	o.group = "set";
	o.plot.width = 200;
	draw(p, "bars", &o);
	o.columns = strcpy(columns, "label,value,low,high");
	draw(p, "dots", &o);
	o.group = NULL;
	o.plot.width = 480;
	o.columns = strcpy(columns, "label,value");
	draw(p, "cloud", &o);
	o.group = "set";
	o.columns = strcpy(columns, "label,value,low,high");
	draw(p, "lines", &o);
	(void)unlink(path);
	o = options(rows(path, 60, "source\ttarget\tweight\ta\tb\tc\n", true));
	draw(p, "network", &o);
	(void)unlink(path);
	for (uint32_t n = 3; n < 40; n += 12) {
		o = options(matrix(path, n, n));
		draw(p, "heat", &o);
		(void)unlink(path);
	}
}

/* Parts with ellipses and long names, and what the sample has. */
static void
check_others(struct picture_text *p)
{
	static const char *const maps[] = {"reports/sample/factors-speaker.tsv",
	    "reports/sample/factors-year.tsv"};
	char path[TAP_PATH];
	char places[TAP_PATH];
	char columns[32];
	struct buf b = {0};
	struct opts o;

	for (size_t i = 0; i < 2; i++) {
		o = options(maps[i]);
		draw(p, "map", &o);
		is_u64(in_key(p), 0, "a map of the sample has no key");
		o.plot.width = 240;
		draw(p, "map", &o);
		o.picture.rule.most = 1000;
		draw(p, "map", &o);
	}
	o = options("reports/sample/cluster-speaker.tsv");
	o.least = 0;
	draw(p, "tree", &o);
	o.plot.width = 200;
	draw(p, "tree", &o);
	buf_str(&b, "part\tfrom\tto\n");
	for (uint32_t i = 0; i < 30; i++) {
		buf_str(&b, "Minist\xC3\xA8re ");
		buf_u64(&b, i % 5);
		put_figure(&b, 20.0 * i * i);
		put_figure(&b, 20.0 * (i + 1) * (i + 1) - 1);
		buf_str(&b, "\n");
	}
	(void)new_file(path, b.s);
	buf_free(&b);
	buf_str(&b, "position\tpattern\tcount\n");
	for (uint32_t i = 0; i < 300; i++) {
		buf_u64(&b, i * UINT64_C(59));
		buf_str(&b, i % 3 == 0 ? "\tun mot assez long" : "\tde");
		put_figure(&b, i);
		buf_str(&b, "\n");
	}
	o = options(new_file(places, b.s));
	o.other = path;
	draw(p, "strips", &o);
	o.columns = strcpy(columns, "position,count");
	o.group = "pattern";
	draw(p, "curve", &o);
	(void)unlink(path);
	(void)unlink(places);
	buf_free(&b);
}

int
main(void)
{
	struct picture_text *p = mem_new(1, sizeof(*p));

	err_init("pictures");
	err_quiet();
	check_maps(p);
	check_kinds(p);
	check_others(p);
	free(p);
	return done();
}
