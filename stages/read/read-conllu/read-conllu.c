/* read-conllu - CoNLL-U of any tagger -> token stream; see read-conllu.1 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "conllu.h"
#include "lib/base/err.h"
#include "lib/base/in.h"
#include "lib/base/mem.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/stream/vrt.h"
#include "lib/text/slug.h"
#include "read/common/intake.h"

enum column {
	WORD,
	KIND,
	FORM,
	LEMMA,
	POS,
	XPOS,
	FEATS,
	N_COLUMNS
};

static const char *const column_name[] = {
    "word", "kind", "form", "lemma", "pos", "xpos", "feats"};

/* Where the file has them; KIND and FORM are made. */
static const enum conllu_field field[] = {CONLLU_FORM, CONLLU_FIELDS,
    CONLLU_FIELDS, CONLLU_LEMMA, CONLLU_UPOS, CONLLU_XPOS, CONLLU_FEATS};

struct opts {
	enum column col[N_COLUMNS]; /* -o */
	size_t n_col;
};

struct job {
	struct opts o;
	struct intake it;
	struct conllu c;
	/* said by comments, for the sentence to come */
	bool newdoc;
	bool newpar;
	bool has_id;
	uint64_t doc_line;
	uint64_t par_line;
	struct buf doc_id;
	struct buf sent_id;
	struct attrs par;
	/* open in the output */
	bool in_speech;
	bool in_p;
	bool in_s;
	/* for notes */
	uint64_t n_late; /* meta comments */
	uint64_t n_range;
	uint64_t n_empty;
	uint64_t n_blank; /* words of nothing but what is repaired away */
	uint64_t n_cr;
	uint64_t n_cr_only;
};

/* ---- comments ---- */

static void
set(struct buf *b, const char *s, size_t len)
{
	b->len = 0;
	buf_mem(b, s, len);
}

/* The text behind a prefix of the key, or NULL. */
static const char *
behind(const struct conllu *c, const char *prefix)
{
	size_t n = strlen(prefix);

	return c->key_len > n && memcmp(c->key, prefix, n) == 0 ? c->key + n
								: NULL;
}

static void
end_speech(struct job *j)
{
	struct out *o = &j->it.to.out;

	if (j->in_p)
		out_str(o, "</p>\n");
	if (j->in_speech)
		out_str(o, "</speech>\n");
	j->in_p = false;
	j->in_speech = false;
}

/* Opens the speech that the comments announced, or the file's. */
static void
begin_speech(struct job *j)
{
	const char *id = j->newdoc && j->has_id ? j->doc_id.s : NULL;

	end_speech(j);
	intake_speech(
	    &j->it, id, j->newdoc, j->newdoc ? j->doc_line : j->c.line);
	j->in_speech = true;
	j->newdoc = false;
}

static void
new_doc(struct job *j)
{
	if (j->newdoc)
		begin_speech(j); /* one without a sentence */
	j->newdoc = true;
	j->newpar = false;
	j->doc_line = j->c.in.line;
	j->has_id = false;
	attrs_clear(&j->par);
}

static void
paragraph_attr(struct job *j, const char *name, size_t len)
{
	struct buf b = {0};

	slug_name(&b, name, len);
	if (b.len > 0)
		attrs_setn(&j->par, b.s, j->c.value, j->c.value_len);
	buf_free(&b);
}

static bool
key_is(const struct conllu *c, const char *key)
{
	return strlen(key) == c->key_len &&
	    memcmp(c->key, key, c->key_len) == 0;
}

static void
comment(struct job *j)
{
	struct conllu *c = &j->c;
	const char *end = c->key + c->key_len;
	const char *s;

	if (key_is(c, "sent_id")) {
		set(&j->sent_id, c->value, c->value_len);
	} else if (key_is(c, "newdoc") || key_is(c, "newdoc id")) {
		new_doc(j);
		set(&j->doc_id, c->value, c->value_len);
		j->has_id = c->value_len > 0;
	} else if (key_is(c, "newpar") || key_is(c, "newpar id")) {
		j->newpar = true;
		j->par_line = c->in.line;
		attrs_clear(&j->par);
		attrs_setn(&j->par, "id", c->value, c->value_len);
	} else if ((s = behind(c, "par.")) != NULL) {
		paragraph_attr(j, s, (size_t)(end - s));
	} else if ((s = behind(c, "meta.")) != NULL ||
	    (s = behind(c, "meta::")) != NULL ||
	    (s = behind(c, "newdoc ")) != NULL) {
		if (j->in_speech && !j->newdoc)
			j->n_late++;
		else
			intake_attr(&j->it, s, (size_t)(end - s), c->value,
			    c->value_len);
	}
}

/* ---- sentences ---- */

static void
begin_paragraph(struct job *j)
{
	struct out *o = &j->it.to.out;
	const char *line = attrs_get(&j->par, "line");

	if (j->in_p)
		out_str(o, "</p>\n");
	out_str(o, "<p");
	if (line != NULL)
		vrt_put_attr(o, "line", line);
	else {
		out_str(o, " line=\"");
		out_u64(o, j->newpar ? j->par_line : j->c.line);
		out_ch(o, '"');
	}
	for (size_t i = 0; i < j->par.n; i++)
		if (strcmp(j->par.a[i].name, "line") != 0)
			vrt_put_attr(o, j->par.a[i].name, j->par.a[i].value);
	out_str(o, ">\n");
	attrs_clear(&j->par);
	j->in_p = true;
	j->newpar = false;
}

static void
begin_sentence(struct job *j)
{
	struct out *o = &j->it.to.out;

	if (j->newdoc || !j->in_speech)
		begin_speech(j);
	if (j->newpar || !j->in_p)
		begin_paragraph(j);
	out_str(o, "<s");
	if (j->sent_id.len > 0)
		vrt_put_attr(o, "id", j->sent_id.s);
	out_str(o, ">\n");
	j->sent_id.len = 0;
	j->in_s = true;
}

static void
end_sentence(struct job *j)
{
	if (j->in_s)
		out_str(&j->it.to.out, "</s>\n");
	j->in_s = false;
}

static void
put_token(struct job *j)
{
	struct out *o = &j->it.to.out;
	struct conllu *c = &j->c;
	struct surface_word w = *intake_word(
	    &j->it, c->cell[CONLLU_FORM].s, c->cell[CONLLU_FORM].len);

	if (!j->in_s)
		begin_sentence(j);
	if (w.len == 0) {
		j->n_blank++;
		return;
	}
	j->it.n_token++;
	for (size_t i = 0; i < j->o.n_col; i++) {
		enum column k = j->o.col[i];

		if (i > 0)
			out_ch(o, '\t');
		if (k == WORD)
			out_mem(o, w.s, w.len);
		else if (k == FORM)
			out_mem(o, w.form, w.form_len);
		else if (k == KIND)
			out_ch(o,
			    surface_kind(&w, c->cell[CONLLU_UPOS].s,
				c->cell[CONLLU_UPOS].len));
		else if (c->cell[field[k]].len > 0)
			intake_put(
			    &j->it, c->cell[field[k]].s, c->cell[field[k]].len);
	}
	out_ch(o, '\n');
}

static void
read_file(struct job *j, const char *path)
{
	enum conllu_event ev;

	conllu_open(&j->c, path);
	intake_file(&j->it, j->c.in.name);
	while ((ev = conllu_next(&j->c)) != CONLLU_END)
		switch (ev) {
		case CONLLU_TOKEN:
			put_token(j);
			break;
		case CONLLU_COMMENT:
			comment(j);
			break;
		default:
			end_sentence(j);
			break;
		}
	end_sentence(j);
	if (j->newdoc)
		begin_speech(j);
	if (j->it.n_speech == 0)
		die_data(j->c.in.name, 0, "no token: leave the file out");
	end_speech(j);
	j->newpar = false;
	j->sent_id.len = 0;
	j->n_range += j->c.n_range;
	j->n_empty += j->c.n_empty;
	j->n_cr += j->c.n_cr;
	j->n_cr_only += j->c.in.n_cr;
	conllu_close(&j->c);
}

/* ---- the run ---- */

static void
tell(const struct job *j)
{
	if (j->n_range > 0)
		note("%" PRIu64 " multiword range%s kept as one token each",
		    j->n_range, j->n_range == 1 ? "" : "s");
	if (j->n_empty > 0)
		note("%" PRIu64 " empty node%s left out", j->n_empty,
		    j->n_empty == 1 ? "" : "s");
	if (j->n_blank > 0)
		note("%" PRIu64 " token%s without a visible sign left out",
		    j->n_blank, j->n_blank == 1 ? "" : "s");
	if (j->n_late > 0)
		note("%" PRIu64 " meta comment%s behind the first sentence of "
		     "a speech left out",
		    j->n_late, j->n_late == 1 ? "" : "s");
	if (j->n_cr > 0)
		note("repaired: %" PRIu64 " CRLF line end%s", j->n_cr,
		    j->n_cr == 1 ? "" : "s");
	if (j->n_cr_only > 0)
		note("repaired: %" PRIu64 " CR line end%s", j->n_cr_only,
		    j->n_cr_only == 1 ? "" : "s");
}

static void
run(struct job *j, char **files, int n)
{
	const char *names[N_COLUMNS];

	intake_open(&j->it, false);
	for (size_t i = 0; i < j->o.n_col; i++)
		names[i] = column_name[j->o.col[i]];
	vrt_put_header(&j->it.to.out, names, j->o.n_col);
	if (n == 0)
		read_file(j, NULL);
	for (int i = 0; i < n; i++)
		read_file(j, files[i]);
	intake_end(&j->it);
	tell(j);
	intake_close(&j->it);
	buf_free(&j->doc_id);
	buf_free(&j->sent_id);
	attrs_free(&j->par);
}

static void
set_columns(struct opts *o, char *arg)
{
	char *save = NULL;

	o->n_col = 0;
	for (char *s = strtok_r(arg, ",", &save); s != NULL;
	     s = strtok_r(NULL, ",", &save)) {
		size_t k = 0;

		while (k < N_COLUMNS && strcmp(s, column_name[k]) != 0)
			k++;
		if (k == N_COLUMNS)
			die_usage("option -o: no column '%s'; there are: word, "
				  "kind, form, lemma, pos, xpos, feats",
			    s);
		for (size_t i = 0; i < o->n_col; i++)
			if (o->col[i] == k)
				die_usage("option -o: column '%s' twice", s);
		o->col[o->n_col++] = (enum column)k;
	}
	if (o->n_col == 0)
		die_usage("option -o: no column is named");
}

int
main(int argc, char *argv[])
{
	static const struct opt_page page = {
	    "read-conllu [-hqVv] [-a name=value] ... [-o columns] [file ...]",
	    "CoNLL-U of any tagger, to token stream", "a:o:"};
	struct job j = {
	    .o = {.col = {WORD, KIND, FORM, LEMMA, POS}, .n_col = 5}};
	int ch;

	err_init(argv[0]);
	while ((ch = opt_next(argc, argv, &page)) != -1)
		switch (ch) {
		case 'a':
			attrs_option(&j.it.all, optarg);
			break;
		case 'o':
			set_columns(&j.o, optarg);
			break;
		}
	run(&j, argv + optind, argc - optind);
	return RC_OK;
}
