/* tokenise - French text to words, numbers, punctuation, sentences
 * (tokenise.1) */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "accents.h"
#include "lib/base/err.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/lang/fr/form.h"
#include "lib/lang/fr/scan.h"
#include "lib/stream/vrt.h"
#include "lib/text/utf.h"

static const struct opt_page page = {
    "tokenise [-hIqVv] [-A list] [-o columns] [-R folder] [file ...]",
    "French words, numbers, punctuation and sentences", "A:Io:R:"};

enum column {
	WORD,
	KIND,
	FORM,
	N_COLUMNS
};

static const char *const column_name[] = {"word", "kind", "form"};

struct columns {
	enum column col[N_COLUMNS];
	size_t n;
};

struct opts {
	struct columns columns; /* -o */
	const char *rules;      /* -R */
	bool apart;             /* -I */
	const char *known;      /* -A */
};

struct job {
	const struct opts *o;
	struct out out;
	struct rules rules;
	struct scan scan;
	int lean;         /* bytes before the form in -o kind,form and -o form,
			     else -1 */
	struct buf plain; /* the paragraph with entities undone */
	struct accents accents;
	bool head; /* the token begins a sentence that goes on with a word */
	uint64_t n_put; /* tokens */
};

static void
parse_columns(struct opts *o, char *arg)
{
	char *save = NULL;

	o->columns.n = 0;
	for (char *s = strtok_r(arg, ",", &save); s != NULL;
	     s = strtok_r(NULL, ",", &save)) {
		size_t k = 0;

		while (k < N_COLUMNS && strcmp(s, column_name[k]) != 0)
			k++;
		if (k == N_COLUMNS)
			die_usage("option -o: no column '%s'; there are: "
				  "word, kind, form",
			    s);
		for (size_t i = 0; i < o->columns.n; i++)
			if (o->columns.col[i] == k)
				die_usage("option -o: column '%s' twice", s);
		o->columns.col[o->columns.n++] = (enum column)k;
	}
	if (o->columns.n == 0)
		die_usage("option -o: no column is named");
}

/* A token that may hold & < >, its form too; or that was mended. */
static void
put_escaped(
    struct job *j, enum column c, const char *text, const struct token *t)
{
	struct buf b = {0};
	const char *s = text + t->at;
	size_t len = t->len;

	if (c == FORM) {
		form_put(&b, s, len);
		s = b.s;
		len = b.len;
	} else if (j->scan.mended)
		s = scan_written(&j->scan, t, &len);
	vrt_put_text(&j->out, s, len);
	buf_free(&b);
}

/* The form with the accents that its capitals lack; its length. */
static size_t
restore(struct job *j, char *form, size_t len, const char *text,
    const struct token *t)
{
	const struct accents_word w = {text + t->at, t->len, form, len};
	size_t n;
	const char *s;

	if (t->kind != SCAN_WORD || (t->flags & SCAN_UPPER) == 0)
		return len;
	s = accents_find(&j->accents, &w, j->head, &n);
	if (s == NULL)
		return len;
	memcpy(form, s, n);
	return n;
}

/* A token of which a column may need escapes, was mended or has accents to
 * come. */
static void
put_slow(struct job *j, const char *text, const struct token *t)
{
	size_t n = j->o->columns.n;

	for (size_t i = 0; i < n; i++) {
		enum column c = j->o->columns.col[i];

		if (c == KIND)
			out_ch(&j->out, (char)t->kind);
		else if (c == WORD || (t->flags & SCAN_ESCAPE) != 0)
			put_escaped(j, c, text, t);
		else {
			char *p = out_room(&j->out, SCAN_ROOM(t->len));

			size_t len = scan_form(p, text, t);

			if (j->o->known != NULL)
				len = restore(j, p, len, text, t);
			j->out.b.len += len;
		}
		out_ch(&j->out, i + 1 < n ? '\t' : '\n');
	}
}

static inline size_t
put_form(
    const struct scan *s, char *to, const char *text, const struct token *t)
{
	size_t len;
	const char *form;

	if (t->easy == SCAN_HARD)
		return scan_form(to, text, t);
	form = scan_easy(s, t, &len);
	memcpy(to, form, 16);
	if (len > 16)
		memcpy(to + 16, form + 16, len - 16);
	return len;
}

static inline void
put_token(struct job *j, const char *text, const struct token *t)
{
	const struct columns *c = &j->o->columns;
	char *p = out_room(&j->out, c->n * (SCAN_ROOM((size_t)t->len) + 1));
	char *start = p;

	for (size_t i = 0; i < c->n; i++) {
		if (c->col[i] == KIND)
			*p++ = (char)t->kind;
		else
			p += c->col[i] == WORD ? scan_copy(p, text, t)
					       : put_form(&j->scan, p, text, t);
		*p++ = '\t';
	}
	p[-1] = '\n';
	j->out.b.len += (size_t)(p - start);
}

enum {
	SHORT = 16, /* bytes of a form that is copied at once */
	SHORT_LINE = 2 + SHORT + 1,
	ROOM = SHORT_LINE + 9 /* with the tags of sentences */
};

/* Tokens from t on whose forms are short and at hand, as long as there are such
 * and room for their lines: the form alone, or the kind and the form. */
static inline const struct token *
put_lean(struct job *j, const struct token *t, const struct token *end)
{
	static const char tags[] = {
	    '<', '/', 's', '>', '\n', '<', 's', '>', '\n'};
	struct out *o = &j->out;
	char *p = o->b.s + o->b.len;
	size_t most = (o->b.cap - o->b.len) / ROOM;
	size_t before = (size_t)j->lean;

	if ((size_t)(end - t) > most)
		end = t + most;
	for (; t < end && t->easy != SCAN_HARD && t->len <= SHORT; t++) {
		size_t len;
		const char *form = scan_easy(&j->scan, t, &len);

		*p = (char)t->kind;
		p[1] = '\t';
		memcpy(p + before, form, SHORT);
		p += before + len;
		*p++ = '\n';
		if (t->last) {
			memcpy(p, tags, sizeof(tags));
			p += sizeof(tags);
		}
	}
	o->b.len = (size_t)(p - o->b.s);
	return t;
}

/* Any token. */
static void
put_any(struct job *j, const char *text, const struct token *t)
{
	if ((t->flags & SCAN_ESCAPE) != 0)
		put_slow(j, text, t);
	else
		put_token(j, text, t);
	if (t->last)
		out_mem(&j->out, "</s>\n<s>\n", 9);
}

/* The tokens of a paragraph of which every form can be made at once. */
static void
put_plain(struct job *j, const char *text)
{
	const struct token *t = j->scan.tok;
	const struct token *end = t + j->scan.n;

	if (t == end)
		return;
	out_mem(&j->out, "<s>\n", 4);
	while (t < end) {
		if (j->lean >= 0)
			t = put_lean(j, t, end);
		if (t < end)
			put_any(j, text, t++);
	}
	j->out.b.len -= 4; /* the <s> behind the last */
}

/* Is token i, of which no word stands before in its sentence, followed by a
 * word of its own (A l'heure, not A-t-il nor A, B)? */
static bool
goes_on(const struct scan *s, size_t i, const char *text)
{
	return !s->tok[i].last && s->tok[i + 1].kind != SCAN_PUNCT &&
	    text[s->tok[i + 1].at] != '-';
}

/* The tokens of one that was mended, or where accents are restored. */
static void
put_mended(struct job *j, const char *text)
{
	bool words = false; /* in the sentence so far */
	bool inside = false;

	for (size_t i = 0; i < j->scan.n; i++) {
		const struct token *t = &j->scan.tok[i];

		if (!inside)
			out_mem(&j->out, "<s>\n", 4);
		inside = !t->last;
		j->head = !words && goes_on(&j->scan, i, text);
		words = inside && (words || t->kind != SCAN_PUNCT);
		put_slow(j, text, t);
		if (t->last)
			out_mem(&j->out, "</s>\n", 5);
	}
}

static void
paragraph(struct job *j, const char *s, size_t len)
{
	if (memchr(s, '&', len) != NULL) {
		j->plain.len = 0;
		vrt_plain(&j->plain, s, len);
		scan_slack(&j->plain);
		s = j->plain.s;
		len = j->plain.len;
	}
	s = scan_paragraph(&j->scan, s, len);
	if (j->scan.mended || j->o->known != NULL)
		put_mended(j, s);
	else
		put_plain(j, s);
	j->n_put += j->scan.n;
}

/* Tokens that a reader made go through as they are. */
static void
pass(struct job *j, struct vrt *v)
{
	enum vrt_event ev;

	vrt_put_header(&j->out, (const char *const *)v->col, v->n_col);
	while ((ev = vrt_next(v)) != VRT_END) {
		vrt_copy(v, &j->out);
		j->n_put += ev == VRT_TOKEN;
	}
	vrt_tally(v, &j->out, j->n_put);
	note_more("a token stream: passed on as it is");
}

static void
run(struct job *j, char **files, int n)
{
	struct vrt v;
	const char *names[N_COLUMNS];
	enum vrt_event ev;

	vrt_open(&v, files, n, VRT_EITHER);
	if (v.kind == VRT_TOKENS) {
		pass(j, &v);
		vrt_close(&v);
		return;
	}
	for (size_t i = 0; i < j->o->columns.n; i++)
		names[i] = column_name[j->o->columns.col[i]];
	vrt_put_header(&j->out, names, j->o->columns.n);
	while ((ev = vrt_next(&v)) != VRT_END)
		if (ev == VRT_TEXT)
			paragraph(j, v.line, v.len);
		else
			vrt_copy(&v, &j->out);
	vrt_tally(&v, &j->out, j->n_put);
	vrt_close(&v);
}

/* What programs ask for most, and nothing else. */
static int
lean(const struct columns *c)
{
	if (c->col[c->n - 1] != FORM || c->n > 2 ||
	    (c->n == 2 && c->col[0] != KIND))
		return -1;
	return c->n == 2 ? 2 : 0;
}

int
main(int argc, char *argv[])
{
	struct opts o = {.columns = {{WORD, KIND, FORM}, N_COLUMNS}};
	struct job j = {.o = &o};
	int ch;

	err_init(argv[0]);
	while ((ch = opt_next(argc, argv, &page)) != -1)
		switch (ch) {
		case 'A':
			o.known = optarg;
			break;
		case 'I':
			o.apart = true;
			break;
		case 'o':
			parse_columns(&o, optarg);
			break;
		case 'R':
			o.rules = optarg;
			break;
		}
	rules_open(&j.rules, o.rules);
	scan_open(&j.scan, &j.rules);
	j.scan.apart = o.apart;
	accents_open(&j.accents);
	if (o.known != NULL)
		accents_learn(&j.accents, o.known, &j.rules);
	j.lean = lean(&o.columns);
	out_stdout(&j.out);
	run(&j, argv + optind, argc - optind);
	out_close(&j.out);
	mend_note(&j.scan);
	accents_note(&j.accents);
	accents_close(&j.accents);
	scan_free(&j.scan);
	rules_free(&j.rules);
	buf_free(&j.plain);
	return RC_OK;
}
