/* themes - dictionary hits by theme and entry (themes.1) */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "count/common/dict.h"
#include "count/common/match.h"
#include "hits.h"
#include "lib/base/err.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/stream/part.h"
#include "lib/stream/tokens.h"
#include "lib/table/tsv.h"
#include "options.h"
#include "sample.h"

static const struct opt_page page = {
    "themes [-aGHhIpqruUVvxz] [-b attr] [-d dictionary] [-n size] "
    "[-O prefix] [-R folder] [-s seed] [-w tokens] [file ...]",
    "count the hits of a theme dictionary", "ab:d:GHIn:O:pR:rs:uUw:xz"};

struct job {
	struct tokens tokens;
	struct part part;
	struct match match;
	struct hits hits;
	uint64_t words;   /* of the speech, or unit */
	bool text;        /* it has tokens */
	bool speech;      /* inside one */
	uint64_t n_again; /* hits of further themes of the same words */
	uint64_t before;  /* tokens of the stream before the speech */
	bool draws;       /* -n */
	size_t word;      /* its column, if text is shown */
	struct sample sample;
	struct out out;
	struct buf forms;
};

/* ---- hits ---- */

/* The forms of the tokens at i as they were counted, for the report. */
static const char *
forms_at(struct job *j, size_t i, size_t n)
{
	const struct match *m = &j->match;
	struct buf *b = &j->forms;

	b->len = 0;
	buf_mem(b, "", 0);
	for (size_t end = i + n; i < end; i++) {
		size_t len;
		const char *s =
		    intern_s(&m->forms, m->known[m->tok[i]].form, &len);

		if (b->len > 0 && b->s[b->len - 1] != '\'' && *s != '-')
			buf_mem(b, " ", 1);
		buf_mem(b, s, len);
	}
	return b->s;
}

/* -p: a row for the hit, or -n: one to draw from. */
static void
put_place(struct job *j, size_t i, size_t n, uint32_t e)
{
	const struct dict_entry *entry = &j->match.dict.entry[e];
	const char *id = "NA";
	size_t len = 2;

	if (j->draws) {
		sample_hit(
		    &j->sample, j->match.n - i, n, entry->theme, entry->text);
		return;
	}
	if (j->speech)
		id = intern_s(&j->part.names, j->part.cur, &len);
	tsv_put(&j->out, id, len);
	out_tab_u64(&j->out, j->match.gone + i + 1 - j->before);
	out_tab_u64(&j->out, n);
	out_ch(&j->out, '\t');
	tsv_put(&j->out, entry->theme, strlen(entry->theme));
	out_ch(&j->out, '\t');
	tsv_put(&j->out, entry->text, strlen(entry->text));
	out_ch(&j->out, '\n');
}

static void
take_entry(struct job *j, size_t i, size_t n, uint32_t e, uint64_t words)
{
	bool spares = j->match.dict.entry[e].spares;

	if (spares)
		hits_spared(&j->hits, e);
	else
		hits_add(&j->hits, e, words);
	if (j->hits.what == HITS_REPORT || j->hits.also)
		hits_form(&j->hits, e, forms_at(j, i, n));
	if (j->hits.what == HITS_PLACES && !spares)
		put_place(j, i, n, e);
}

static void
take_hit(void *arg, size_t i, const struct dict_found *f)
{
	struct job *j = arg;
	uint64_t words = 0;

	for (size_t k = i; k < i + f->len; k++)
		words += j->match.known[j->match.tok[k]].word;
	for (uint32_t e = f->entry; e != DICT_NONE;
	     e = j->match.dict.entry[e].next) {
		if (!j->match.dict.entry[e].counts)
			continue;
		take_entry(j, i, f->len, e, words);
		j->n_again += e != f->entry;
		words = 0;
	}
}

static void
take_lost(void *arg, uint32_t winner, size_t best, size_t n)
{
	struct job *j = arg;

	hits_lost(&j->hits, winner, best, n);
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
	if (j->draws)
		sample_unit(&j->sample, j->words > 0);
	j->words = 0;
	j->text = false;
}

/* Ends the speech, or the text before or between speeches.  A speech without
 * tokens is there all the same. */
static void
end_text(struct job *j)
{
	bool none = !j->part.by_unit || j->part.n_unit == 0;

	match_end(&j->match);
	if (j->text || (j->speech && none))
		end_part(j);
	j->speech = false;
	j->before = j->match.gone;
}

static void
take_tag(struct job *j, bool opens)
{
	enum vrt_tag tag = j->tokens.v.tag;

	if (tag == TAG_OTHER)
		return;
	match_end(&j->match);
	if (tag == TAG_S && j->text &&
	    (j->sample.o.sentences || (j->part.by_unit && j->speech)))
		end_part(j);
	if (tag == TAG_SPEECH) {
		end_text(j);
		if (opens)
			part_enter(&j->part, &j->tokens.v);
		j->speech = opens;
	}
	if (j->draws)
		sample_tag(&j->sample, &j->tokens.v, opens);
}

static void
take_token(struct job *j)
{
	size_t len;
	const char *s;

	if (j->draws) {
		s = vrt_col(&j->tokens.v, j->word, &len);
		sample_token(&j->sample, s, len);
	}
	j->text = true;
	j->words += match_token(&j->match)->word;
}

static void
run(struct job *j)
{
	enum tokens_event ev;

	while ((ev = tokens_next(&j->tokens)) != TOKENS_END)
		switch (ev) {
		case TOKENS_WORD:
		case TOKENS_PASS:
			take_token(j);
			break;
		case TOKENS_GAP:
			match_end(&j->match);
			if (j->draws)
				sample_gap(&j->sample);
			break;
		case TOKENS_OPEN:
		case TOKENS_CLOSE:
			take_tag(j, ev == TOKENS_OPEN);
			break;
		default:
			break;
		}
	end_text(j);
}

/* ---- the program ---- */

/* -x */
static void
refuse_repeats(const struct dict *d)
{
	for (uint32_t i = 0; i < d->n; i++)
		if (!d->entry[i].counts) {
			dict_note_repeats(d, true);
			die_data(d->file, 0, "entries that repeat others (-x)");
		}
}

static void
open_job(struct job *j, const struct opts *o, char **files, int n)
{
	const struct tokens_opts read = {.column = "form", .ids_alone = true};

	match_open(&j->match, &o->match);
	j->match.hit = take_hit;
	j->match.lost = o->what == HITS_LOST ? take_lost : NULL;
	j->match.arg = j;
	j->match.keeps = j->match.spared =
	    o->what == HITS_REPORT || o->prefix != NULL;
	if (o->strict)
		refuse_repeats(&j->match.dict);
	hits_open(&j->hits, o->what, &j->match.dict);
	j->hits.also = o->prefix != NULL;
	if (o->by_unit && o->what == HITS_COUNT)
		part_open_units(&j->part);
	else
		part_open(&j->part, o->what == HITS_PLACES ? "id" : o->part);
	match_stream(&j->match, &j->tokens, read, files, n);
	j->draws = o->sample.n > 0;
	if (j->draws) {
		j->word = vrt_column(&j->tokens.v, "word");
		sample_open(&j->sample, &o->sample, MATCH_WINDOW);
	}
}

static void
close_job(struct job *j)
{
	tokens_close(&j->tokens);
	hits_free(&j->hits);
	if (j->draws)
		sample_free(&j->sample);
	match_close(&j->match);
	part_free(&j->part);
	buf_free(&j->forms);
}

/* -a */
static void
note_themes(const struct job *j)
{
	const struct dict *d = &j->match.dict;
	uint32_t n = 0;

	for (uint32_t i = 0; i < d->n; i++)
		n += d->entry[i].counts && d->entry[i].first != DICT_NONE;
	if (n > 0)
		note("%s: entries that count beside one of another theme: "
		     "%" PRIu32 ", hits: %" PRIu64,
		    d->file, n, j->n_again);
}

static void
parse(struct opts *o, int argc, char **argv)
{
	int ch;

	*o = (struct opts){
	    .sample = {.seed = STAT_RNG_SEED, .context = OPTIONS_CONTEXT}};
	while ((ch = opt_next(argc, argv, &page)) != -1)
		switch (ch) {
		case 'a':
			o->match.dict.all = true;
			break;
		case 'G':
			o->match.greetings = true;
			break;
		case 'H':
			o->match.dict.blanks = true;
			break;
		case 'I':
			o->match.dict.bare = true;
			break;
		case 'p':
			options_what(o, HITS_PLACES, &page);
			break;
		case 'r':
			options_what(o, HITS_REPORT, &page);
			break;
		case 'u':
			options_what(o, HITS_LOST, &page);
			break;
		case 'U':
			o->by_unit = true;
			break;
		case 'x':
			o->strict = true;
			break;
		case 'z':
			options_what(o, HITS_COVER, &page);
			break;
		default:
			options_value(o, ch);
		}
	options_check(o, &page);
}

/* -O: a table beside the places, all text as one part. */
static void
put_beside(const struct job *j, enum hits_what what, struct aside *to)
{
	const struct part all = {.attr = NULL};

	hits_put(&j->hits, what, &all, &to->out);
	aside_close(to);
}

int
main(int argc, char **argv)
{
	struct opts o;
	struct job j = {0};
	struct aside entries;
	struct aside coverage;

	err_init(argv[0]);
	parse(&o, argc, argv);
	open_job(&j, &o, argv + optind, argc - optind);
	if (o.prefix != NULL) {
		aside_open(&entries, o.prefix, "entries.tsv");
		aside_open(&coverage, o.prefix, "coverage.tsv");
	}
	out_stdout(&j.out);
	if (o.what == HITS_PLACES && !j.draws)
		out_str(&j.out, "speech\ttoken\tlength\ttheme\tentry\n");
	run(&j);
	hits_put(&j.hits, o.what, &j.part, &j.out);
	if (j.draws)
		sample_put(&j.sample, &j.out);
	if (o.prefix != NULL) {
		put_beside(&j, HITS_REPORT, &entries);
		put_beside(&j, HITS_COVER, &coverage);
	}
	out_close(&j.out);
	if (o.prefix != NULL) {
		aside_rename(&entries);
		aside_rename(&coverage);
	}
	if (o.what == HITS_REPORT || o.prefix != NULL)
		hits_note(&j.hits);
	part_note(&j.part);
	tokens_note(&j.tokens);
	note_themes(&j);
	match_note(&j.match, " (-G counts them)");
	dict_note_repeats(&j.match.dict, o.what != HITS_COUNT && !j.draws);
	close_job(&j);
	return RC_OK;
}
