/* read-vrt - vertical files of other tools -> token stream; see read-vrt.1 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/stream/vrt.h"
#include "read/common/intake.h"
#include "tagstack.h"
#include "vertical.h"

enum {
	MADE = VRT_COLUMNS /* a column that the file has not */
};

struct opts {
	const char *columns;
	const char *encoding;
	const char *id;
	const char *languages;
	const char *tag; /* NULL: to be found out */
};

struct job {
	struct opts o;
	struct vertical v;
	struct intake it;
	struct tagstack tags;
	size_t col[VRT_COLUMNS + 2]; /* of the output: that of the file */
	size_t n_col;                /* 0: no header yet */
	size_t word;
	size_t lemma; /* MADE: there is none */
	/* for notes */
	uint64_t n_unknown;
	uint64_t n_sets;
	uint64_t n_outside;
};

/* ---- columns ---- */

static size_t
find(const struct vertical *v, const char *name)
{
	for (size_t i = 0; i < v->n_col; i++)
		if (strcmp(v->col[i], name) == 0)
			return i;
	return MADE;
}

/* word kind form, then the others as they stand. */
static void
put_header(struct job *j)
{
	static const char *const first[] = {"word", "kind", "form"};
	const char *names[VRT_COLUMNS + 2];
	size_t n = 3;

	if (j->v.n_col == 0)
		die_data(j->v.in.name, 0,
		    "the columns have no names: give them with -o");
	for (size_t i = 0; i < 3; i++) {
		names[i] = first[i];
		j->col[i] = find(&j->v, first[i]);
	}
	j->word = j->col[0];
	j->lemma = find(&j->v, "lemma");
	if (j->word == MADE)
		die_data(j->v.in.name, 1,
		    "no column is named word: name them in their order with "
		    "-o");
	for (size_t i = 0; i < j->v.n_col; i++)
		if (i != j->col[0] && i != j->col[1] && i != j->col[2] &&
		    strcmp(j->v.col[i], "-") != 0) {
			names[n] = j->v.col[i];
			j->col[n++] = i;
		}
	if (n > VRT_COLUMNS)
		die_data(j->v.in.name, 0, "more than %d columns", VRT_COLUMNS);
	j->n_col = n;
	vrt_put_header(&j->it.to.out, names, n);
}

/* ---- tokens ---- */

static bool
is(const struct vertical_cell *c, const char *s)
{
	return strlen(s) == c->len && memcmp(c->s, s, c->len) == 0;
}

/* A value of a column behind the form; |a|b| loses its outer bars. */
static void
put_value(struct job *j, size_t k, const struct vertical_cell *word)
{
	struct vertical_cell c = j->v.cell[k];

	if (c.len == 0 || is(&c, "__UNDEF__"))
		return;
	if (k == j->lemma &&
	    (is(&c, "<unknown>") || is(&c, "&lt;unknown&gt;") ||
		is(&c, "@card@"))) {
		j->n_unknown++;
		c = *word;
	} else if (!is(word, "|") && memchr(c.s, '|', c.len) != NULL) {
		if (*c.s == '|' && c.s[c.len - 1] == '|') {
			c.s++;
			c.len -= c.len > 1 ? 2 : 1;
		}
		j->n_sets += memchr(c.s, '|', c.len) != NULL;
	}
	if (c.len > 0)
		intake_put(&j->it, c.s, c.len);
}

/* The kind that the file gives, which programs that count would refuse. */
static void
put_kind(struct job *j, const struct vertical_cell *c)
{
	if (c->len != 1 || *c->s == '\0' || strchr("wnpsu", *c->s) == NULL)
		die_data(j->v.in.name, j->v.in.line,
		    "kind '%.*s' is none of w, n, p, s, u", (int)c->len, c->s);
	out_ch(&j->it.to.out, *c->s);
}

static void
put_token(struct job *j)
{
	struct out *o = &j->it.to.out;
	struct vertical_cell *cell = j->v.cell;
	struct surface_word w;

	if (j->n_col == 0)
		put_header(j);
	tagstack_text(&j->tags, j->v.in.line);
	if (tagstack_hides(&j->tags))
		return;
	j->n_outside += !j->tags.in_speech;
	w = *intake_word(&j->it, cell[j->word].s, cell[j->word].len);
	if (w.len == 0)
		die_data(j->v.in.name, j->v.in.line,
		    "a token without a word: take the line out");
	j->it.n_token++;
	out_mem(o, w.s, w.len);
	out_ch(o, '\t');
	if (j->col[1] != MADE)
		put_kind(j, &cell[j->col[1]]);
	else
		out_ch(o, w.kind);
	out_ch(o, '\t');
	if (j->col[2] != MADE)
		intake_put(&j->it, cell[j->col[2]].s, cell[j->col[2]].len);
	else
		out_mem(o, w.form, w.form_len);
	for (size_t i = 3; i < j->n_col; i++) {
		out_ch(o, '\t');
		put_value(j, j->col[i], &cell[j->word]);
	}
	out_ch(o, '\n');
}

/* ---- the run ---- */

/* <gap/> is ours and stays; of <g/> and the like only the number is told. */
static void
empty_tag(struct job *j)
{
	const char *n = attrs_get(&j->v.attrs, "n");
	struct out *o = &j->it.to.out;

	if (strcmp(j->v.name, "note") == 0) {
		tagstack_beside(&j->tags, &j->v.attrs);
		return;
	}
	if (strcmp(j->v.name, "gap") != 0) {
		tagstack_drop(&j->tags, j->v.name);
		return;
	}
	if (j->n_col == 0)
		put_header(j);
	tagstack_text(&j->tags, j->v.in.line);
	if (tagstack_hides(&j->tags))
		return;
	out_str(o, "<gap");
	if (n != NULL)
		vrt_put_attr(o, "n", n);
	out_str(o, "/>\n");
}

static void
read_file(struct job *j, const char *path)
{
	enum vertical_event ev;
	bool token = false;
	bool tag = false;

	vertical_open(&j->v, path, j->o.encoding);
	intake_file(&j->it, j->v.in.name);
	tagstack_file(&j->tags);
	while ((ev = vertical_next(&j->v)) != VERTICAL_END) {
		if (ev == VERTICAL_TOKEN) {
			put_token(j);
			token = true;
			continue;
		}
		if (ev == VERTICAL_EMPTY) {
			empty_tag(j);
			continue;
		}
		if (j->n_col == 0)
			put_header(j);
		tag = true;
		if (ev == VERTICAL_OPEN)
			tagstack_open(
			    &j->tags, j->v.name, &j->v.attrs, j->v.in.line);
		else
			tagstack_close(&j->tags, j->v.name, j->v.in.line);
	}
	if (j->n_col == 0)
		put_header(j);
	tagstack_end(&j->tags, j->v.in.line);
	if (tag && !token && j->it.n_speech == 0)
		die_data(j->v.in.name, 0, "no token: leave the file out");
	vertical_close(&j->v);
}

static void
report(struct job *j)
{
	tagstack_note(&j->tags);
	note_count(j->n_outside, "token outside of the speeches",
	    "tokens outside of the speeches");
	note_count(j->n_unknown, "unknown lemma: the word instead",
	    "unknown lemmas: the words instead");
	note_count(j->n_sets, "value of several, kept as a|b",
	    "values of several, kept as a|b");
	note_count(j->v.n_blank, "empty line left out", "empty lines left out");
	note_count(
	    j->v.n_cr, "CRLF line end repaired", "CRLF line ends repaired");
	note_count(
	    j->v.n_cr_only, "CR line end repaired", "CR line ends repaired");
}

static void
run(struct job *j, char **files, int n)
{
	intake_open(&j->it, true);
	tagstack_init(&j->tags, &j->it, j->o.tag, j->o.id);
	j->tags.languages = j->o.languages;
	if (j->o.columns != NULL)
		vertical_columns(&j->v, j->o.columns);
	if (n == 0)
		read_file(j, NULL);
	for (int i = 0; i < n; i++)
		read_file(j, files[i]);
	intake_end(&j->it);
	report(j);
	tagstack_free(&j->tags);
	intake_close(&j->it);
	vertical_free(&j->v);
}

int
main(int argc, char *argv[])
{
	static const struct opt_page page = {
	    "read-vrt [-hqVv] [-a name=value] ... [-e encoding] [-i attribute] "
	    "[-l languages] [-o columns] [-t tag] [file ...]",
	    "vertical files of CWB, TreeTagger and others, to token stream",
	    "a:e:i:l:o:t:"};
	struct job j = {.o = {.id = "id"}};
	int ch;

	err_init(argv[0]);
	while ((ch = opt_next(argc, argv, &page)) != -1)
		switch (ch) {
		case 'a':
			attrs_option(&j.it.all, optarg);
			break;
		case 'e':
			j.o.encoding = optarg;
			break;
		case 'i':
			j.o.id = optarg;
			break;
		case 'l':
			j.o.languages = optarg;
			break;
		case 'o':
			j.o.columns = optarg;
			break;
		case 't':
			j.o.tag = optarg;
			break;
		}
	run(&j, argv + optind, argc - optind);
	return RC_OK;
}
