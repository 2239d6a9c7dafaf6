#include "page.h"

#include <inttypes.h>
#include <stdlib.h>

#include "dump.h"
#include "lib/base/err.h"
#include "lib/base/in.h"
#include "lib/lang/fr/words.h"
#include "lib/text/slug.h"
#include "read/common/anchor.h"
#include "read/common/transcript.h"

enum {
	HEADER_MAX = 4,   /* lines behind "Publié le" that may be its header */
	HEADINGS_MAX = 3, /* headings in a row; more are verses or a list */
	ID_WORDS = 40,    /* bytes of the title in an id */
	CATEGORY_GAP = 2  /* blank lines before a category between speeches */
};

/* ---- lines ---- */

static void
read_lines(struct dump *dump, struct in *in)
{
	size_t gap = 0;
	char *s;
	size_t len;

	while (in_line(in, &s, &len)) {
		struct line *l;

		clean_line(&dump->clean, &s, &len);
		if (len == 0) {
			gap++;
			continue;
		}
		dump->line = mem_grow(dump->line, &dump->line_cap,
		    dump->n_line + 1, sizeof(*dump->line));
		l = &dump->line[dump->n_line++];
		*l = (struct line){.off = dump->text.len,
		    .len = len,
		    .no = in->line,
		    .gap = gap};
		l->mark = dump_bullet(s, len, &l->text);
		if (l->mark > 0)
			l->type = "item";
		buf_mem(&dump->text, s, len);
		gap = 0;
	}
}

/* ---- the head of a speech ---- */

/* Lines above the title that tell category or author; false if l stays text.
 * Between two speeches it takes more than the looks of the line: its category
 * is known already, or it is parted from the speech before. */
static bool
is_page_line(
    struct dump *dump, const struct line *l, bool between, struct attrs *page)
{
	const char *s = dump_str(dump, l);
	const char *known = attrs_get(&dump->page, "category");
	bool same = known != NULL && strlen(known) == l->len &&
	    memcmp(known, s, l->len) == 0;

	if (between && !same && l->gap < CATEGORY_GAP)
		return false;
	if (attrs_get(page, "speaker") == NULL && dump_author(s, l->len, page))
		return true;
	return attrs_get(page, "category") == NULL &&
	    dump_category(s, l->len, page);
}

/* Takes the page's lines off the end of [from, to); returns the new end. */
static size_t
page_lines(struct dump *dump, size_t from, size_t to)
{
	struct attrs page = {0};

	while (
	    to > from && is_page_line(dump, &dump->line[to - 1], true, &page))
		to--;
	if (page.n > 0) {
		attrs_clear(&dump->page);
		attrs_merge(&dump->page, &page);
	}
	attrs_free(&page);
	return to;
}

/* Above the first title: what tells nothing stays as text of type front. */
static void
front_lines(struct dump *dump, struct speech *sp, size_t first)
{
	sp->front = first;
	attrs_clear(&dump->page);
	for (size_t i = sp->front; i < sp->title; i++) {
		struct line *l = &dump->line[i];

		if (is_page_line(dump, l, false, &dump->page)) {
			l->type = "page";
			continue;
		}
		l->type = "front";
		l->mark = 0;
		dump->n_front++;
	}
}

/* Event lines: all those that follow "Publié le", or a dated one within the
 * short lines there. */
static void
read_events(struct dump *dump, struct speech *sp, const struct date *published)
{
	struct attrs *a = &sp->at;
	struct attrs seen = {0};
	struct buf all = {0};
	size_t n = 0;
	bool other = false;

	for (size_t i = sp->from; i < sp->to && i < sp->from + HEADER_MAX;
	     i++) {
		struct line *l = &dump->line[i];

		if (is_type(l, "published"))
			continue;
		if (!(other && n > 0) &&
		    dump_event(
			dump_str(dump, l), l->len, other, published, &seen)) {
			l->type = "event";
			buf_str(&all, n++ > 0 ? " ; " : "");
			buf_mem(&all, dump_str(dump, l), l->len);
		} else if (l->mark == 0 &&
		    dump_label(dump_str(dump, l), l->len) == NULL &&
		    is_heading(dump_str(dump, l), l->len)) {
			other = true;
		} else {
			break;
		}
	}
	attrs_merge(a, &seen);
	if (n > 1)
		attrs_set(a, "event", all.s);
	buf_free(&all);
	attrs_free(&seen);
}

static void
set_id(struct dump *dump, struct speech *sp)
{
	const struct line *title = &dump->line[sp->title];
	struct buf b = {0};

	buf_str(&b, attrs_get(&sp->at, "date"));
	buf_str(&b, "-");
	slug_title(
	    &b, dump_str(dump, title), title->len, ID_WORDS, words_is_grammar);
	if (b.s[b.len - 1] == '-')
		b.s[--b.len] = '\0';
	attrs_set(&sp->at, "id", b.s);
	buf_free(&b);
}

/* Line i says "Publié le"; line i - 1 is the title. */
static struct speech *
add_speech(struct dump *dump, size_t i)
{
	struct line *l = &dump->line[i - 1];
	struct speech *sp;

	dump->speech = mem_grow(dump->speech, &dump->speech_cap,
	    dump->n_speech + 1, sizeof(*dump->speech));
	sp = &dump->speech[dump->n_speech++];
	*sp =
	    (struct speech){.file = dump->file, .title = i - 1, .from = i + 1};
	sp->front = sp->title;
	attrs_setn(&sp->at, "title", dump_str(dump, l), l->len);
	if (*transcript_source(dump->file) != '\0')
		attrs_set(&sp->at, "source", transcript_source(dump->file));
	return sp;
}

/* ---- its text ---- */

static bool
is_candidate(const struct dump *dump, const struct line *l)
{
	if (l->type != NULL && l->mark == 0)
		return false;
	return is_heading(dump_str(dump, l) + (l->mark > 0 ? l->text : 0),
	    l->len - (l->mark > 0 ? l->text : 0));
}

static bool
same_mark(const struct dump *dump, const struct line *a, const struct line *b)
{
	return a->mark > 0 && a->mark == b->mark &&
	    memcmp(dump_str(dump, a), dump_str(dump, b), a->mark) == 0;
}

/* An item heads what follows if neither neighbour is an item of its kind. */
static bool
heads_items(const struct dump *dump, const struct speech *sp, size_t i)
{
	const struct line *l = &dump->line[i];

	return i + 1 < sp->to && !is_type(l + 1, "label") &&
	    !same_mark(dump, l, l + 1) &&
	    (i == sp->from || !same_mark(dump, l, l - 1)) &&
	    is_candidate(dump, l);
}

/* Length of the run of plain lines at i that look like headings. */
static size_t
short_run(const struct dump *dump, const struct speech *sp, size_t i)
{
	size_t n = 0;

	while (i + n < sp->to && dump->line[i + n].mark == 0 &&
	    is_candidate(dump, &dump->line[i + n]))
		n++;
	return n;
}

static void
find_headings(struct dump *dump, const struct speech *sp)
{
	for (size_t i = sp->from; i < sp->to;) {
		struct line *l = &dump->line[i];
		size_t n = short_run(dump, sp, i);

		if (n > 0 && n <= HEADINGS_MAX && i + n < sp->to)
			for (size_t k = 0; k < n; k++)
				l[k].type = "heading";
		else if (is_type(l, "item") && heads_items(dump, sp, i))
			l->type = "heading";
		i += n > 0 ? n : 1;
	}
}

static void
find_sections(struct dump *dump, const struct speech *sp)
{
	const char *section = NULL;

	for (size_t i = sp->from; i < sp->to; i++) {
		struct line *l = &dump->line[i];
		const char *begun = l->type == NULL
		    ? dump_label(dump_str(dump, l), l->len)
		    : NULL;

		if (begun != NULL) {
			section = begun;
			l->type = "label";
		} else {
			l->section = section;
		}
	}
}

static bool
has_text(const struct dump *dump, const struct speech *sp)
{
	for (size_t i = sp->from; i < sp->to; i++)
		if (dump->line[i].type == NULL || dump->line[i].mark > 0 ||
		    is_type(&dump->line[i], "heading"))
			return true;
	return false;
}

static void
finish_speech(struct dump *dump, struct speech *sp, size_t to)
{
	char iso[DATE_ISO];

	sp->to = to;
	date_iso(&sp->published, iso);
	attrs_set(&sp->at, "published", iso);
	read_events(dump, sp, &sp->published);
	if (attrs_get(&sp->at, "date") == NULL) {
		attrs_set(&sp->at, "date", iso);
		attrs_set(&sp->at, "dated", "published");
	}
	attrs_merge(&sp->at, dump->all);
	set_id(dump, sp);
	find_sections(dump, sp);
	find_headings(dump, sp);
	dump->n_bare += !has_text(dump, sp);
}

/* ---- a file ---- */

static bool
is_anchor(const struct dump *dump, size_t i, size_t first, struct date *d,
    bool *whole)
{
	const struct line *l = &dump->line[i];

	if (!anchor_published(dump_str(dump, l), l->len, d, whole))
		return false;
	if (i > first && is_title(dump_str(dump, l - 1), l[-1].len, *whole))
		return true;
	note("%s:%" PRIu64 ": '" WORDS_PUBLISHED "' without a title before "
	     "it: kept as text%s",
	    dump->file, l->no,
	    err_said(dump->n_speech > 0 ? ", of the speech before" : ""));
	return false;
}

static void
find_speeches(struct dump *dump, size_t first)
{
	struct speech *sp = NULL;
	struct date d;
	bool whole;
	size_t from = first; /* lines before it have their place */

	for (size_t i = first; i < dump->n_line; i++) {
		if (!is_anchor(dump, i, from, &d, &whole))
			continue;
		if (sp != NULL)
			finish_speech(dump, sp, page_lines(dump, from, i - 1));
		sp = add_speech(dump, i);
		sp->published = d;
		if (from == first)
			front_lines(dump, sp, first);
		attrs_merge(&sp->at, &dump->page);
		if (!whole) {
			sp->from = i;
			dump->line[i].type = "published";
		}
		from = i + 1;
	}
	if (sp == NULL)
		die_data(dump->file, 0,
		    "no speech found: a title line and then '" WORDS_PUBLISHED
		    " DATE' begin one; read-text reads one speech a file");
	finish_speech(dump, sp, dump->n_line);
}

void
dump_read(struct dump *dump, const char *path, const char *encoding)
{
	size_t first = dump->n_line;
	struct in in;

	in_open(&in, path, encoding);
	dump->file = in.name;
	read_lines(dump, &in);
	clean_file(&dump->clean, &in);
	find_speeches(dump, first);
	in_close(&in);
}

void
dump_free(struct dump *dump)
{
	for (size_t i = 0; i < dump->n_speech; i++)
		attrs_free(&dump->speech[i].at);
	attrs_free(&dump->page);
	clean_free(&dump->clean);
	buf_free(&dump->text);
	free(dump->line);
	free(dump->speech);
}
