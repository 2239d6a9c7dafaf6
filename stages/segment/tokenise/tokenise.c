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

struct opts {
	enum column col[N_COLUMNS]; /* -o */
	size_t n_col;
	const char *rules; /* -R */
	bool apart;        /* -I */
	const char *known; /* -A */
};

struct job {
	const struct opts *o;
	struct out out;
	struct rules rules;
	struct scan scan;
	struct buf plain; /* the paragraph with entities undone */
	struct accents accents;
	bool head; /* the token begins a sentence that goes on with a word */
};

static void
parse_columns(struct opts *o, char *arg)
{
	char *save = NULL;

	o->n_col = 0;
	for (char *s = strtok_r(arg, ",", &save); s != NULL;
	     s = strtok_r(NULL, ",", &save)) {
		size_t k = 0;

		while (k < N_COLUMNS && strcmp(s, column_name[k]) != 0)
			k++;
		if (k == N_COLUMNS)
			die_usage("option -o: no column '%s'; there are: "
				  "word, kind, form",
			    s);
		for (size_t i = 0; i < o->n_col; i++)
			if (o->col[i] == k)
				die_usage("option -o: column '%s' twice", s);
		o->col[o->n_col++] = (enum column)k;
	}
	if (o->n_col == 0)
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
	size_t n = j->o->n_col;

	for (size_t i = 0; i < n; i++) {
		enum column c = j->o->col[i];

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

static void
put_token(struct job *j, const char *text, const struct token *t)
{
	size_t n = j->o->n_col;
	char *start = out_room(&j->out, n * (SCAN_ROOM(t->len) + 1));
	char *p = start;

	for (size_t i = 0; i < n; i++) {
		enum column c = j->o->col[i];

		if (c == KIND)
			*p++ = (char)t->kind;
		else
			p += c == WORD ? scan_copy(p, text, t)
				       : scan_form(p, text, t);
		*p++ = '\t';
	}
	p[-1] = '\n';
	j->out.b.len += (size_t)(p - start);
}

/* Is token i, of which no word stands before in its sentence, followed by a
 * word of its own (A l'heure, not A-t-il nor A, B)? */
static bool
goes_on(const struct scan *s, size_t i, const char *text)
{
	return !s->tok[i].last && s->tok[i + 1].kind != SCAN_PUNCT &&
	    text[s->tok[i + 1].at] != '-';
}

static void
put_tokens(struct job *j, const char *text)
{
	bool slow = j->scan.mended || j->o->known != NULL;
	bool words = false; /* in the sentence so far */
	bool inside = false;

	for (size_t i = 0; i < j->scan.n; i++) {
		const struct token *t = &j->scan.tok[i];

		if (!inside)
			out_mem(&j->out, "<s>\n", 4);
		inside = !t->last;
		j->head = slow && !words && goes_on(&j->scan, i, text);
		words = inside && (words || t->kind != SCAN_PUNCT);
		if (slow || (t->flags & SCAN_ESCAPE) != 0)
			put_slow(j, text, t);
		else
			put_token(j, text, t);
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
	put_tokens(j, s);
}

/* Tokens that a reader made go through as they are. */
static void
pass(struct job *j, struct vrt *v)
{
	vrt_put_header(&j->out, (const char *const *)v->col, v->n_col);
	while (vrt_next(v) != VRT_END)
		vrt_copy(v, &j->out);
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
	for (size_t i = 0; i < j->o->n_col; i++)
		names[i] = column_name[j->o->col[i]];
	vrt_put_header(&j->out, names, j->o->n_col);
	while ((ev = vrt_next(&v)) != VRT_END)
		if (ev == VRT_TEXT)
			paragraph(j, v.line, v.len);
		else
			vrt_copy(&v, &j->out);
	vrt_close(&v);
}

int
main(int argc, char *argv[])
{
	struct opts o = {.col = {WORD, KIND, FORM}, .n_col = N_COLUMNS};
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
