/* studies - every picture of the pages of studies, those of reports/ or the
 * files that are named: no text over another, none beyond the frame or too
 * small; of a map with 40 labels 5 % at most in the key. */
#include <glob.h>

#include "lib/base/err.h"
#include "lib/base/in.h"
#include "lib/base/mem.h"
#include "show/common/frame.h"
#include "tap_io.h"
#include "texts.h"

enum {
	MANY = 48 /* labels; more may need a key of any length */
};

/* ---- maps ---- */

static bool
is_map(const char *svg)
{
	const char *desc = strstr(svg, "<desc>");

	return desc != NULL && strstr(desc, "Points") != NULL &&
	    (strncmp(desc + 6, "From left", 9) == 0 ||
		strncmp(desc + 6, "De gauche", 9) == 0);
}

static bool
is_small(const struct text *t)
{
	return t->h < (SVG_SMALL + 0.5) * (FONT_ASCENT + FONT_DESCENT);
}

static bool
is_key(const struct picture_text *p, const struct text *t)
{
	return t->x <= FRAME_MARGIN + 0.1 && t->y > p->height - 80 &&
	    is_small(t);
}

/* Labels that stand in the key, and all there are but a few: titles and the
 * legend are counted too. */
static size_t
in_key(const struct picture_text *p, size_t *all)
{
	size_t n = 0;

	*all = 0;
	for (size_t i = 0; i < p->n; i++) {
		const char *s = p->text[i].s;

		*all += !is_small(&p->text[i]);
		if (!is_key(p, &p->text[i]))
			continue;
		for (n += *s != '\0'; (s = strchr(s, ',')) != NULL; s++)
			n += s[1] != '\0';
	}
	*all += n;
	return n;
}

/* ---- pages ---- */

static void
check_picture(struct picture_text *p, const char *svg, const char *name)
{
	size_t all;
	size_t n;

	read_picture(p, svg, strlen(svg));
	is_u64(n_bad(p), 0, name);
	if (p->n > 0)
		ok(p->least >= SVG_SMALL, "no text is too small");
	if (!is_map(svg))
		return;
	n = in_key(p, &all);
	printf("# %s: %zu labels in the key, of some %zu\n", name, n, all);
	if (all <= MANY)
		ok(n <= 2, "5 % of its labels at most are in the key");
}

static void
check_page(struct picture_text *p, const char *path)
{
	struct in in;
	struct buf page = {0};
	char *line;
	size_t len;
	char *at;

	in_open(&in, path, NULL);
	while (in_line(&in, &line, &len)) {
		buf_mem(&page, line, len);
		buf_str(&page, "\n");
	}
	in_close(&in);
	at = page.len > 0 ? page.s : (char[]){""};
	while ((at = strstr(at, "<svg")) != NULL) {
		char *end = strstr(at, "</svg>");

		if (end == NULL)
			break;
		*end = '\0';
		check_picture(p, at, path);
		at = end + 1;
	}
	buf_free(&page);
}

int
main(int argc, char **argv)
{
	struct picture_text *p = mem_new(1, sizeof(*p));
	glob_t found = {0};

	err_init("studies");
	err_quiet();
	if (argc == 1)
		(void)glob("reports/*/[!i]*.html", 0, NULL, &found);
	for (size_t i = 0; i < found.gl_pathc; i++)
		check_page(p, found.gl_pathv[i]);
	for (int i = 1; i < argc; i++)
		check_page(p, argv[i]);
	globfree(&found);
	free(p);
	return done();
}
