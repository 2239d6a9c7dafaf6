/* read-dump - a web dump of several speeches -> transcript; see read-dump.1 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/attrs.h"
#include "lib/clean.h"
#include "lib/dump.h"
#include "lib/err.h"
#include "lib/in.h"
#include "lib/mem.h"
#include "lib/opt.h"
#include "lib/slug.h"
#include "lib/transcript.h"

enum {
	HEADER_MAX = 4,   /* lines behind "Publié le" that may be its header */
	HEADINGS_MAX = 3, /* headings in a row; more are verses or a list */
	ID_WORDS = 40,    /* bytes of the title in an id */
	HASH_DIGITS = 8,
	CATEGORY_GAP = 2 /* blank lines before a category between speeches */
};

struct opts {
	const char *encoding;
	struct attrs all; /* -a */
};

/* A line with text; where it is as the program goes on. */
struct line {
	size_t off; /* in job.text */
	size_t len;
	uint64_t no;
	size_t gap;  /* blank lines before it */
	size_t mark; /* bytes of the item's sign */
	size_t text; /* where the item's text begins */
	const char *type;
	const char *section;
};

struct speech {
	struct attrs at;
	const char *file;
	struct date published;
	size_t title; /* its lines: title, first of the text, behind the last */
	size_t from;
	size_t to;
	size_t front; /* lines above the first title: [front, title) */
};

struct job {
	struct opts o;
	struct clean clean;
	struct buf text;
	struct line *line;
	size_t n_line;
	size_t line_cap;
	struct speech *speech;
	size_t n_speech;
	size_t speech_cap;
	struct attrs page; /* category, speaker of the page */
	uint64_t n_marks;
	uint64_t n_front;
	uint64_t n_bare; /* speeches without text */
};

static const char *
str(const struct job *j, const struct line *l)
{
	return j->text.s + l->off;
}

static bool
is_type(const struct line *l, const char *type)
{
	return l->type != NULL && strcmp(l->type, type) == 0;
}

/* ---- lines ---- */

static void
read_lines(struct job *j, struct in *in)
{
	size_t gap = 0;
	char *s;
	size_t len;

	while (in_line(in, &s, &len)) {
		struct line *l;

		clean_line(&j->clean, &s, &len);
		if (len == 0) {
			gap++;
			continue;
		}
		j->line = mem_grow(
		    j->line, &j->line_cap, j->n_line + 1, sizeof(*j->line));
		l = &j->line[j->n_line++];
		*l = (struct line){
		    .off = j->text.len, .len = len, .no = in->line, .gap = gap};
		l->mark = dump_bullet(s, len, &l->text);
		if (l->mark > 0)
			l->type = "item";
		buf_mem(&j->text, s, len);
		gap = 0;
	}
}

/* ---- the head of a speech ---- */

/* Lines above the title that tell category or author; false if l stays text.
 * Between two speeches it takes more than the looks of the line: its category
 * is known already, or it is parted from the speech before. */
static bool
is_page_line(
    struct job *j, const struct line *l, bool between, struct attrs *page)
{
	const char *s = str(j, l);
	const char *known = attrs_get(&j->page, "category");
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
page_lines(struct job *j, size_t from, size_t to)
{
	struct attrs page = {0};

	while (to > from && is_page_line(j, &j->line[to - 1], true, &page))
		to--;
	if (page.n > 0) {
		attrs_clear(&j->page);
		attrs_merge(&j->page, &page);
	}
	attrs_free(&page);
	return to;
}

/* Above the first title: what tells nothing stays as text of type front. */
static void
front_lines(struct job *j, struct speech *sp, size_t first)
{
	sp->front = first;
	attrs_clear(&j->page);
	for (size_t i = sp->front; i < sp->title; i++) {
		struct line *l = &j->line[i];

		if (is_page_line(j, l, false, &j->page)) {
			l->type = "page";
			continue;
		}
		l->type = "front";
		l->mark = 0;
		j->n_front++;
	}
}

/* Event lines: all those that follow "Publié le", or a dated one within the
 * short lines there. */
static void
read_events(struct job *j, struct speech *sp, const struct date *published)
{
	struct attrs *a = &sp->at;
	struct attrs seen = {0};
	struct buf all = {0};
	size_t n = 0;
	bool other = false;

	for (size_t i = sp->from; i < sp->to && i < sp->from + HEADER_MAX;
	     i++) {
		struct line *l = &j->line[i];

		if (!(other && n > 0) &&
		    dump_event(str(j, l), l->len, other, published, &seen)) {
			l->type = "event";
			buf_str(&all, n++ > 0 ? " ; " : "");
			buf_mem(&all, str(j, l), l->len);
		} else if (l->mark == 0 &&
		    dump_label(str(j, l), l->len) == NULL &&
		    dump_is_heading(str(j, l), l->len)) {
			other = true;
		} else if (!is_type(l, "published")) {
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
set_id(struct job *j, struct speech *sp)
{
	const struct line *title = &j->line[sp->title];
	struct buf b = {0};

	buf_str(&b, attrs_get(&sp->at, "date"));
	buf_str(&b, "-");
	slug_title(&b, str(j, title), title->len, ID_WORDS);
	if (b.s[b.len - 1] == '-')
		b.s[--b.len] = '\0';
	attrs_set(&sp->at, "id", b.s);
	buf_free(&b);
}

/* Line i says "Publié le"; line i - 1 is the title. */
static struct speech *
add_speech(struct job *j, size_t i, const char *file)
{
	struct line *l = &j->line[i - 1];
	struct speech *sp;

	j->speech = mem_grow(
	    j->speech, &j->speech_cap, j->n_speech + 1, sizeof(*j->speech));
	sp = &j->speech[j->n_speech++];
	*sp = (struct speech){.file = file, .title = i - 1, .from = i + 1};
	sp->front = sp->title;
	attrs_setn(&sp->at, "title", str(j, l), l->len);
	if (*transcript_source(file) != '\0')
		attrs_set(&sp->at, "source", transcript_source(file));
	return sp;
}

/* ---- its text ---- */

static bool
is_candidate(const struct job *j, const struct line *l)
{
	if (l->type != NULL && l->mark == 0)
		return false;
	return dump_is_heading(str(j, l) + (l->mark > 0 ? l->text : 0),
	    l->len - (l->mark > 0 ? l->text : 0));
}

static bool
same_mark(const struct job *j, const struct line *a, const struct line *b)
{
	return a->mark > 0 && a->mark == b->mark &&
	    memcmp(str(j, a), str(j, b), a->mark) == 0;
}

/* An item heads what follows if neither neighbour is an item of its kind. */
static bool
heads_items(const struct job *j, const struct speech *sp, size_t i)
{
	const struct line *l = &j->line[i];

	return i + 1 < sp->to && !is_type(l + 1, "label") &&
	    !same_mark(j, l, l + 1) &&
	    (i == sp->from || !same_mark(j, l, l - 1)) && is_candidate(j, l);
}

/* Length of the run of plain heading candidates at i, 0 if no text follows. */
static size_t
heading_run(const struct job *j, const struct speech *sp, size_t i)
{
	size_t n = 0;

	while (i + n < sp->to && j->line[i + n].mark == 0 &&
	    is_candidate(j, &j->line[i + n]))
		n++;
	return i + n < sp->to && n <= HEADINGS_MAX ? n : 0;
}

static void
find_headings(struct job *j, const struct speech *sp)
{
	for (size_t i = sp->from; i < sp->to;) {
		struct line *l = &j->line[i];
		size_t n = 1;

		if (l->mark > 0 && is_type(l, "item")) {
			if (heads_items(j, sp, i))
				l->type = "heading";
		} else if (is_candidate(j, l)) {
			while (i + n < sp->to && j->line[i + n].mark == 0 &&
			    is_candidate(j, &j->line[i + n]))
				n++;
			for (size_t k = heading_run(j, sp, i); k > 0; k--)
				j->line[i + k - 1].type = "heading";
		}
		i += n;
	}
}

static void
find_sections(struct job *j, const struct speech *sp)
{
	const char *section = NULL;

	for (size_t i = sp->from; i < sp->to; i++) {
		struct line *l = &j->line[i];
		const char *begun =
		    l->type == NULL ? dump_label(str(j, l), l->len) : NULL;

		if (begun != NULL) {
			section = begun;
			l->type = "label";
		} else {
			l->section = section;
		}
	}
}

static bool
has_text(const struct job *j, const struct speech *sp)
{
	for (size_t i = sp->from; i < sp->to; i++)
		if (j->line[i].type == NULL || j->line[i].mark > 0 ||
		    is_type(&j->line[i], "heading"))
			return true;
	return false;
}

static void
finish_speech(struct job *j, struct speech *sp, size_t to)
{
	char iso[DATE_ISO];

	sp->to = to;
	date_iso(&sp->published, iso);
	attrs_set(&sp->at, "published", iso);
	read_events(j, sp, &sp->published);
	if (attrs_get(&sp->at, "date") == NULL) {
		attrs_set(&sp->at, "date", iso);
		attrs_set(&sp->at, "dated", "published");
	}
	attrs_merge(&sp->at, &j->o.all);
	set_id(j, sp);
	find_sections(j, sp);
	find_headings(j, sp);
	j->n_bare += !has_text(j, sp);
}

/* ---- a file ---- */

static bool
is_anchor(
    const struct job *j, size_t i, size_t first, struct date *d, bool *whole)
{
	const struct line *l = &j->line[i];

	if (!dump_published(str(j, l), l->len, d, whole))
		return false;
	if (i > first && dump_is_title(str(j, l - 1), l[-1].len))
		return true;
	note("line %" PRIu64 ": 'Publié le' without a title before it: kept "
	     "as text",
	    l->no);
	return false;
}

static void
find_speeches(struct job *j, size_t first, const char *file)
{
	struct speech *sp = NULL;
	struct date d;
	bool whole;
	size_t from = first; /* lines before it have their place */

	for (size_t i = first; i < j->n_line; i++) {
		if (!is_anchor(j, i, from, &d, &whole))
			continue;
		if (sp != NULL)
			finish_speech(j, sp, page_lines(j, from, i - 1));
		sp = add_speech(j, i, file);
		sp->published = d;
		if (from == first)
			front_lines(j, sp, first);
		attrs_merge(&sp->at, &j->page);
		if (!whole) {
			sp->from = i;
			j->line[i].type = "published";
		}
		from = i + 1;
	}
	if (sp == NULL)
		die_data(file, 0,
		    "no speech found: a title line and then 'Publié le DATE' "
		    "begin one; read-text reads one speech a file");
	finish_speech(j, sp, j->n_line);
}

static void
read_file(struct job *j, const char *path)
{
	size_t first = j->n_line;
	struct in in;

	in_open(&in, path, j->o.encoding);
	read_lines(j, &in);
	clean_file(&j->clean, &in);
	find_speeches(j, first, in.name);
	in_close(&in);
}

/* ---- ids ---- */

static int
by_id(const void *a, const void *b)
{
	const struct speech *const *x = a;
	const struct speech *const *y = b;

	return strcmp(attrs_get(&(*x)->at, "id"), attrs_get(&(*y)->at, "id"));
}

/* The id and what the speech itself says: its order does not matter. */
static char *
hashed_id(const struct job *j, const struct speech *sp)
{
	struct buf b = {0};
	char hex[20];
	uint64_t h = 0;

	for (size_t i = sp->title; i < sp->to; i++)
		h = slug_hash(h, str(j, &j->line[i]), j->line[i].len);
	(void)snprintf(hex, sizeof(hex), "-%016" PRIx64, h);
	buf_str(&b, attrs_get(&sp->at, "id"));
	buf_mem(&b, hex, 1 + HASH_DIGITS);
	return b.s;
}

static void
part_ids(struct job *j)
{
	struct speech **by = mem_new(j->n_speech, sizeof(*by));
	char **id = mem_new(j->n_speech, sizeof(*id));

	for (size_t i = 0; i < j->n_speech; i++)
		by[i] = &j->speech[i];
	qsort(by, j->n_speech, sizeof(*by), by_id);
	for (size_t i = 0; i + 1 < j->n_speech; i++)
		if (by_id(&by[i], &by[i + 1]) == 0) {
			if (id[i] == NULL)
				id[i] = hashed_id(j, by[i]);
			id[i + 1] = hashed_id(j, by[i + 1]);
		}
	for (size_t i = 0; i < j->n_speech; i++)
		if (id[i] != NULL) {
			attrs_set(&by[i]->at, "id", id[i]);
			free(id[i]);
		}
	free(id);
	free(by);
}

/* ---- writing ---- */

static void
put_line(struct job *j, struct transcript *t, const struct line *l)
{
	size_t skip = l->mark > 0 ? l->text : 0;
	struct para p = {.line = l->no,
	    .type = l->type,
	    .section = l->section,
	    .mark = str(j, l),
	    .mark_len = l->mark};

	j->n_marks += l->mark > 0;
	transcript_p(t, &p, str(j, l) + skip, l->len - skip);
}

static void
put_speech(struct job *j, struct transcript *t, struct speech *sp)
{
	transcript_speech(t, &sp->at, sp->file, j->line[sp->title].no);
	for (size_t i = sp->front; i < sp->title; i++)
		if (is_type(&j->line[i], "front"))
			put_line(j, t, &j->line[i]);
	for (size_t i = sp->from; i < sp->to; i++)
		put_line(j, t, &j->line[i]);
	transcript_end(t);
	attrs_free(&sp->at);
}

static void
report(const struct job *j)
{
	clean_note(&j->clean);
	if (j->n_marks > 0)
		note("%" PRIu64 " list sign%s set apart (attribute mark)",
		    j->n_marks, j->n_marks == 1 ? "" : "s");
	if (j->n_front > 0)
		note("%" PRIu64 " line%s above a first title kept as text "
		     "(type front)",
		    j->n_front, j->n_front == 1 ? "" : "s");
	if (j->n_bare > 0)
		note("%" PRIu64 " speech%s without text", j->n_bare,
		    j->n_bare == 1 ? "" : "es");
}

static void
run(struct job *j, char **files, int n)
{
	struct transcript t;

	if (n == 0)
		read_file(j, NULL);
	for (int i = 0; i < n; i++)
		read_file(j, files[i]);
	part_ids(j);
	transcript_open(&t);
	for (size_t i = 0; i < j->n_speech; i++)
		put_speech(j, &t, &j->speech[i]);
	transcript_close(&t);
	report(j);
	attrs_free(&j->page);
	attrs_free(&j->o.all);
	clean_free(&j->clean);
	buf_free(&j->text);
	free(j->line);
	free(j->speech);
}

int
main(int argc, char *argv[])
{
	static const struct opt_page page = {
	    "read-dump [-hqV] [-a name=value] ... [-e encoding] [file ...]",
	    "a web dump of several speeches, to transcript"};
	struct job j = {0};
	int ch;

	err_init(argv[0]);
	while ((ch = getopt(argc, argv, "+:a:e:hqV")) != -1)
		switch (ch) {
		case 'a':
			attrs_option(&j.o.all, optarg);
			break;
		case 'e':
			j.o.encoding = optarg;
			break;
		case 'q':
			err_quiet(true);
			break;
		default:
			opt_other(ch, &page);
		}
	run(&j, argv + optind, argc - optind);
	return RC_OK;
}
