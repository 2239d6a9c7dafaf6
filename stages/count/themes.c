/* themes - dictionary hits by theme and entry (themes.1) */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/dict.h"
#include "lib/err.h"
#include "lib/hits.h"
#include "lib/list.h"
#include "lib/opt.h"
#include "lib/out.h"
#include "lib/part.h"
#include "lib/stemmer.h"
#include "lib/tokid.h"
#include "lib/vrt.h"

static const struct opt_page page = {
    "themes [-hqruUVx] [-b attr] [-d dictionary] [-R folder] [file ...]",
    "count the hits of a theme dictionary"};

struct opts {
	const char *part;  /* -b */
	bool by_unit;      /* -U */
	const char *dict;  /* -d; NULL: the bundled one */
	const char *rules; /* -R; NULL: the bundled ones */
	enum hits_what what;
	bool strict; /* -x */
};

/* A distinct token (kind, form, stem): its form for the dictionary has the
 * same number. */
struct known {
	uint32_t at; /* of the form in the key */
	uint32_t len;
	bool word;
};

struct job {
	struct vrt v;
	struct part part;
	struct dict dict;
	struct stemmer stemmer;
	struct hits hits;
	size_t form; /* columns */
	int kind;
	int stem;
	struct tokid tokens; /* by kind, form, stem */
	struct known *known; /* by number of the token */
	size_t cap_known;
	struct buf plain[2]; /* form and stem, entities undone */
	/* the sentence under way */
	uint32_t *tok; /* numbers */
	size_t n;
	size_t cap;
	size_t until;   /* the hit under way ends before this token */
	uint32_t cover; /* its entry */
	bool begins;    /* some token may begin an entry */
	uint64_t words; /* of the speech, or unit */
	bool text;      /* it has tokens */
	bool speech;    /* inside one */
};

enum {
	WINDOW = 1 << 16
}; /* tokens kept of a sentence without end */

/* ---- tokens ---- */

static const char *
plain(struct buf *b, const char *s, size_t *len)
{
	b->len = 0;
	buf_mem(b, "", 0);
	vrt_plain(b, s, *len);
	*len = b->len;
	return b->s;
}

/* A token not seen before. */
static void
resolve(struct job *j, uint32_t id)
{
	struct known k = {.word = true};
	const char *form;
	const char *stem;
	size_t len;
	size_t stem_len;

	if (j->kind >= 0) {
		form = vrt_col(&j->v, (size_t)j->kind, &len);
		k.word = len == 1 && *form == 'w';
		k.at = (uint32_t)len + 1;
	}
	form = vrt_col(&j->v, j->form, &len);
	k.len = (uint32_t)len;
	form = plain(&j->plain[0], form, &len);
	stem = form;
	stem_len = len;
	if (j->stem >= 0) {
		stem = vrt_col(&j->v, (size_t)j->stem, &stem_len);
		stem = plain(&j->plain[1], stem, &stem_len);
	} else if (k.word)
		stem = stemmer_stem(&j->stemmer, form, len, &stem_len);
	(void)dict_form(&j->dict, form, len, stem, stem_len);
	j->known = mem_grow(
	    j->known, &j->cap_known, (size_t)id + 1, sizeof(*j->known));
	j->known[id] = k;
}

/* The forms of the tokens at i as they were counted, for the report. */
static const char *
forms_at(struct job *j, size_t i, size_t n)
{
	struct buf *b = &j->plain[0];

	b->len = 0;
	buf_mem(b, "", 0);
	for (size_t end = i + n; i < end; i++) {
		const struct known *k = &j->known[j->tok[i]];
		size_t len;
		const char *s = intern_s(&j->tokens.keys, j->tok[i], &len);

		if (b->len > 0 && b->s[b->len - 1] != '\'' && s[k->at] != '-')
			buf_mem(b, " ", 1);
		vrt_plain(b, s + k->at, k->len);
	}
	return b->s;
}

static void
take_hit(struct job *j, size_t i, const struct dict_found *f)
{
	uint64_t words = 0;

	j->until = i + f->len;
	j->cover = f->entry;
	for (size_t k = i; k < j->until; k++)
		words += j->known[j->tok[k]].word;
	hits_add(&j->hits, f->entry, words);
	if (j->hits.what == HITS_REPORT)
		hits_form(&j->hits, f->entry, forms_at(j, i, f->len));
}

/* The hits that begin at the tokens before `end`. */
static void
match(struct job *j, size_t end)
{
	for (size_t i = 0; i < end; i++) {
		size_t n;
		size_t best;
		bool hit = i >= j->until;

		if (!j->dict.form[j->tok[i]].begins ||
		    (!hit && j->hits.what != HITS_LOST))
			continue;
		n = dict_match(&j->dict, j->tok + i, j->n - i, &best);
		if (n == 0)
			continue;
		if (hit)
			take_hit(j, i, &j->dict.found[best]);
		if (j->hits.what == HITS_LOST)
			hits_lost(&j->hits, j->cover, hit ? best : n, n);
	}
}

/* Nothing is matched across what comes now. */
static void
end_sentence(struct job *j)
{
	if (j->begins)
		match(j, j->n);
	j->n = 0;
	j->until = 0;
	j->begins = false;
}

/* A sentence without end: its beginning goes, but for what a match may
 * still need. */
static void
shorten(struct job *j)
{
	size_t keep = j->dict.max;
	size_t gone = j->n - keep;

	if (j->begins)
		match(j, gone);
	memmove(j->tok, j->tok + gone, keep * sizeof(*j->tok));
	j->n = keep;
	j->until = j->until > gone ? j->until - gone : 0;
}

static inline void
take_token(struct job *j)
{
	uint32_t n = j->tokens.keys.n;
	uint32_t id = tokid_get(&j->tokens, &j->v);

	if (id == n)
		resolve(j, id);
	j->words += j->known[id].word;
	j->begins |= j->dict.form[id].begins;
	if (j->n == j->cap)
		j->tok = mem_grow(j->tok, &j->cap, j->n + 1, sizeof(*j->tok));
	j->tok[j->n++] = id;
	if (j->n == WINDOW)
		shorten(j);
}

/* ---- the stream ---- */

/* What was counted goes to the part. */
static void
end_part(struct job *j)
{
	if (!j->speech)
		part_outside(&j->part);
	else if (j->part.by_unit)
		part_unit(&j->part);
	hits_speech(&j->hits, j->part.cur, j->words, j->speech);
	j->words = 0;
	j->text = false;
}

/* Ends the speech, or the text before or between speeches.  A speech without
 * tokens is there all the same. */
static void
end_text(struct job *j)
{
	bool none = !j->part.by_unit || j->part.n_unit == 0;

	end_sentence(j);
	if (j->text || (j->speech && none))
		end_part(j);
	j->speech = false;
}

static void
take_tag(struct job *j, bool opens)
{
	if (j->v.tag == TAG_OTHER)
		return;
	end_sentence(j);
	if (j->v.tag == TAG_S && j->part.by_unit && j->speech && j->text)
		end_part(j);
	if (j->v.tag != TAG_SPEECH)
		return;
	end_text(j);
	if (opens)
		part_enter(&j->part, &j->v);
	j->speech = opens;
}

static void
run(struct job *j)
{
	for (;;)
		switch (vrt_next(&j->v)) {
		case VRT_END:
			end_text(j);
			return;
		case VRT_TOKEN:
			j->text = true;
			take_token(j);
			break;
		case VRT_OPEN:
			take_tag(j, true);
			break;
		case VRT_CLOSE:
			take_tag(j, false);
			break;
		case VRT_GAP:
			end_sentence(j);
			break;
		default:
			break;
		}
}

/* ---- the program ---- */

/* -x */
static void
refuse_repeats(const struct dict *d)
{
	for (uint32_t i = 0; i < d->n; i++)
		if (d->entry[i].first != DICT_NONE) {
			dict_note_repeats(d, true);
			die_data(d->file, 0, "entries that repeat others (-x)");
		}
}

static void
open_job(struct job *j, const struct opts *o, char **files, int n)
{
	char *dict = NULL;
	char *over;
	struct buf b = {0};

	if (o->dict == NULL)
		dict = data_path("themes/politique-fr.tsv");
	if (o->rules == NULL)
		over = data_path("rules/stem-overrides.tsv");
	else {
		buf_str(&b, o->rules);
		buf_str(&b, "/stem-overrides.tsv");
		over = b.s;
	}
	stemmer_open(&j->stemmer, over);
	free(over);
	dict_open(
	    &j->dict, dict != NULL ? dict : o->dict, o->rules, &j->stemmer);
	if (o->strict)
		refuse_repeats(&j->dict);
	free(dict);
	hits_open(&j->hits, o->what, &j->dict);
	if (o->by_unit)
		part_open_units(&j->part);
	else
		part_open(&j->part, o->part);
	tokid_open(&j->tokens);
	vrt_open(&j->v, files, n, VRT_TOKENS);
	j->form = vrt_column(&j->v, "form");
	j->kind = vrt_has(&j->v, "kind");
	j->stem = vrt_has(&j->v, "stem");
	tokid_column(&j->tokens, j->kind);
	tokid_column(&j->tokens, (int)j->form);
	tokid_column(&j->tokens, j->stem);
}

static void
close_job(struct job *j)
{
	vrt_close(&j->v);
	hits_free(&j->hits);
	dict_free(&j->dict);
	stemmer_close(&j->stemmer);
	part_free(&j->part);
	tokid_free(&j->tokens);
	free(j->known);
	free(j->tok);
	buf_free(&j->plain[0]);
	buf_free(&j->plain[1]);
}

static void
set_what(struct opts *o, enum hits_what what)
{
	if (o->what != HITS_COUNT && o->what != what)
		opt_refuse(&page, "options -r and -u exclude each other");
	o->what = what;
}

static void
parse(struct opts *o, int argc, char **argv)
{
	int ch;

	while ((ch = getopt(argc, argv, "+:b:d:R:ruUxhqV")) != -1)
		switch (ch) {
		case 'b':
			o->part = optarg;
			break;
		case 'd':
			o->dict = optarg;
			break;
		case 'R':
			o->rules = optarg;
			break;
		case 'r':
			set_what(o, HITS_REPORT);
			break;
		case 'u':
			set_what(o, HITS_LOST);
			break;
		case 'U':
			o->by_unit = true;
			break;
		case 'x':
			o->strict = true;
			break;
		case 'q':
			err_quiet(true);
			break;
		default:
			opt_other(ch, &page);
		}
	if (o->part != NULL && o->what != HITS_COUNT)
		opt_refuse(&page, "option -b goes with neither -r nor -u");
	if (o->by_unit && (o->part != NULL || o->what != HITS_COUNT))
		opt_refuse(&page, "option -U goes with none of -b, -r and -u");
}

int
main(int argc, char **argv)
{
	struct opts o = {0};
	struct job j = {0};
	struct out out;

	err_init(argv[0]);
	parse(&o, argc, argv);
	open_job(&j, &o, argv + optind, argc - optind);
	run(&j);
	out_open(&out, STDOUT_FILENO, "standard output");
	hits_put(&j.hits, &j.part, &out);
	out_close(&out);
	if (o.what == HITS_REPORT)
		hits_note(&j.hits);
	part_note(&j.part);
	dict_note_repeats(&j.dict, o.what != HITS_COUNT);
	close_job(&j);
	return RC_OK;
}
