/* stats - one row of counts and figures a speech or part (stats.1) */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "beside.h"
#include "bounds.h"
#include "known.h"
#include "lib/base/err.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/stream/tokens.h"
#include "lib/table/types.h"
#include "mattr.h"
#include "measure/common/tally.h"
#include "options.h"
#include "tenses.h"
#include "units.h"

static const struct opt_page page = {
    "stats [-BghqtVv] [-a attr,...] [-b attr] [-f table|counts] [-l level] "
    "[-O prefix] [-w window] [file ...]",
    "counts and figures of each speech", "a:Bb:f:gl:O:tw:"};

struct job {
	const struct options *o;
	struct tokens tokens;
	uint64_t n_untagged; /* words */
	struct knowns knowns;
	/* the text under way */
	struct tally t;
	struct types form_types;
	struct types stem_types;
	struct mattr mattr;
	struct tenses tenses;
	bool question;
	bool exclamation;
	uint64_t sentence; /* words so far */
	struct units units;
	struct bounds samples;
	struct beside beside;
};

/* ---- tokens ---- */

/* Of a token not seen before. */
static void
make_room(struct job *j, const struct known *k)
{
	if (k->kind != TALLY_WORDS)
		return;
	types_room(&j->form_types, k->form + 1);
	mattr_room(&j->mattr, k->form + 1);
	if (k->stem != NO_STEM)
		types_room(&j->stem_types, k->stem + 1);
}

static void
take_mark(struct job *j, enum tally_mark m)
{
	switch (m) {
	case TALLY_MARK_QUESTION:
		j->question = true;
		break;
	case TALLY_MARK_EXCLAMATION:
		j->exclamation = true;
		break;
	case TALLY_MARK_CLOSING:
		break;
	case TALLY_MARK_NONE:
		j->question = false;
		j->exclamation = false;
		break;
	}
}

static void
take_word(struct job *j, const struct known *k)
{
	j->sentence++;
	j->t.n[TALLY_LETTERS] += k->letters;
	if (k->person != TALLY_COUNTS)
		j->t.n[k->person]++;
	types_add(&j->form_types, k->form);
	if (k->stem != NO_STEM)
		types_add(&j->stem_types, k->stem);
	mattr_add(&j->mattr, k->form);
	j->t.n[TALLY_TAGGED] += k->tagged;
	j->t.n[TALLY_CONTENT] += k->content;
	j->n_untagged += !k->tagged;
	if (k->class != TALLY_COUNTS)
		j->t.n[k->class]++;
}

static inline void
take_token(struct job *j, bool counts)
{
	const struct known *k;

	if (j->tokens.id == j->knowns.n)
		make_room(j,
		    knowns_add(
			&j->knowns, &j->tokens, &j->units.known, counts));
	k = &j->knowns.k[j->tokens.id];
	if (k->kind == TALLY_COUNTS)
		return;
	j->t.n[TALLY_TOKENS]++;
	j->t.n[k->kind]++;
	take_mark(j, (enum tally_mark)k->mark);
	if (j->units.known.tenses)
		tenses_add(&j->tenses, k->tense);
	if (k->kind == TALLY_WORDS)
		take_word(j, k);
}

static void
end_sentence(struct job *j)
{
	tenses_end(&j->tenses, &j->t);
	j->t.n[TALLY_SENTENCES]++;
	j->t.n[TALLY_QUESTIONS] += j->question;
	j->t.n[TALLY_EXCLAMATIONS] += j->exclamation;
	if (j->sentence > j->t.n[TALLY_LONGEST])
		j->t.n[TALLY_LONGEST] = j->sentence;
	if (j->o->bounds.by_sentence)
		bounds_cut(&j->samples, &j->t);
}

/* ---- texts ---- */

static void
begin_sentence(struct job *j)
{
	tenses_end(&j->tenses, &j->t);
	if (j->o->bounds.by_sentence)
		bounds_cut(&j->samples, &j->t);
	j->sentence = 0;
	j->question = false;
	j->exclamation = false;
}

static void
begin_text(struct job *j)
{
	j->t = (struct tally){0};
	types_clear(&j->form_types);
	types_clear(&j->stem_types);
	mattr_clear(&j->mattr);
	begin_sentence(j);
}

/* With -B, instead of a row: a text is a unit, or its sentences are. */
static void
add_sample(struct job *j)
{
	const struct part *p = &j->units.part;
	size_t len;
	const char *id = intern_s(&p->names, p->cur, &len);

	/* only what has no id may come twice */
	bounds_text(&j->samples, &j->t, p->cur,
	    j->o->units.part == NULL && strcmp(id, "NA") != 0);
}

/* Ends a speech, or the text before, between or behind speeches, which is a
 * row of its own if there is any. */
static void
end_text(struct job *j, bool speech)
{
	tenses_end(&j->tenses, &j->t);
	if (!speech && j->t.n[TALLY_TOKENS] == 0) {
		begin_text(j);
		return;
	}
	if (!speech) {
		units_outside(&j->units);
		beside_outside(&j->beside);
	}
	j->t.n[TALLY_SPEECHES] = speech;
	j->t.window_types = j->mattr.types;
	j->t.windows = j->mattr.windows;
	if (j->o->bounds.wanted)
		add_sample(j);
	else
		units_add(&j->units, &j->t, &j->form_types, &j->stem_types);
	beside_add(&j->beside, &j->t, &j->form_types, &j->stem_types);
	begin_text(j);
}

static void
open_tag(struct job *j)
{
	switch (j->tokens.v.tag) {
	case TAG_SPEECH:
		end_text(j, false);
		units_enter(&j->units, &j->tokens.v);
		beside_enter(&j->beside, &j->tokens.v);
		break;
	case TAG_P:
		j->t.n[TALLY_PARAGRAPHS]++;
		break;
	case TAG_S:
		begin_sentence(j);
		break;
	case TAG_OTHER:
		break;
	}
}

static void
run(struct job *j)
{
	enum tokens_event ev;

	begin_text(j);
	while ((ev = tokens_next(&j->tokens)) != TOKENS_END)
		switch (ev) {
		case TOKENS_WORD:
		case TOKENS_PASS:
			take_token(j, ev == TOKENS_WORD);
			break;
		case TOKENS_OPEN:
			open_tag(j);
			break;
		case TOKENS_CLOSE:
			if (j->tokens.v.tag == TAG_SPEECH)
				end_text(j, true);
			else if (j->tokens.v.tag == TAG_S)
				end_sentence(j);
			break;
		default:
			break;
		}
	end_text(j, false);
}

/* ---- the program ---- */

static void
open_job(struct job *j, char **files, int n)
{
	struct units_known known;

	knowns_open(&j->knowns);
	mattr_open(&j->mattr, j->o->units.window);
	tokens_open(&j->tokens, &known_columns, files, n);
	known.stems = vrt_has(&j->tokens.v, "stem") >= 0;
	known.kinds = vrt_has(&j->tokens.v, "kind") >= 0;
	known.pos = vrt_has(&j->tokens.v, "pos") >= 0;
	known.tenses = known.pos && vrt_has(&j->tokens.v, "lemma") >= 0;
	units_open(&j->units, &j->o->units, &known);
	bounds_open(&j->samples, &j->o->bounds, &j->units.part.names, &known);
	beside_open(&j->beside, &j->o->beside, &known);
}

static void
close_job(struct job *j)
{
	tokens_close(&j->tokens);
	knowns_free(&j->knowns);
	tenses_free(&j->tenses);
	types_free(&j->form_types);
	types_free(&j->stem_types);
	mattr_free(&j->mattr);
	bounds_free(&j->samples);
	beside_free(&j->beside);
	units_free(&j->units);
}

int
main(int argc, char **argv)
{
	struct options o;
	struct job j = {.o = &o};
	struct out out;

	err_init(argv[0]);
	options_read(&o, &page, argc, argv);
	open_job(&j, argv + optind, argc - optind);
	run(&j);
	beside_put(&j.beside);
	out_stdout(&out);
	if (o.bounds.wanted)
		bounds_put(&j.samples, &out);
	else if (o.units.counts)
		units_put_counts(&j.units, &out);
	else
		units_put(&j.units, &out);
	out_close(&out);
	beside_rename(&j.beside);
	part_note(&j.units.part);
	vrt_tell_absent(&j.tokens.v, o.units.attr, o.units.n_attr);
	beside_note(&j.beside);
	tokens_note(&j.tokens);
	note_count(j.units.known.pos ? j.n_untagged : 0,
	    "word of no known part of speech",
	    "words of no known part of speech");
	note_count(j.tenses.n_untold,
	    "verb whose tense its lemma does not tell",
	    "verbs whose tense their lemmas do not tell");
	close_job(&j);
	return RC_OK;
}
