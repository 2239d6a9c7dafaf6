/* The beginning and the end of a run, and what is told of it. */
#include <inttypes.h>
#include <stdlib.h>

#include "lib/base/err.h"
#include "tei.h"

void
tei_open(struct tei *t, bool tokens)
{
	write_open(&t->w, tokens);
	t->head.clean = &t->w.clean;
	t->aside.clean = &t->w.clean;
	t->cry.clean = &t->w.clean;
	unit_open(&t->u, &t->w.clean);
	t->persons.clean = &t->w.clean;
	t->given.clean = &t->w.clean;
	intern_open(&t->persons.ids);
	intern_open(&t->given.ids);
	t->u.w = &t->w;
	t->u.who = &t->who;
	t->u.all = &t->all;
}

static void
say_vary(const struct attrs *vary)
{
	struct buf b = {0};

	for (size_t i = 0; i < vary->n; i++) {
		buf_str(&b, i > 0 ? ", " : "");
		buf_str(&b, vary->a[i].name);
	}
	if (b.len > 0)
		note("left out of the speeches whose turns differ in it: %s",
		    b.s);
	buf_free(&b);
}

void
tei_note(struct tei *t)
{
	const struct tei_counts *c = &t->c;

	clean_note(&t->w.clean);
	note_count(t->head.n_date_text,
	    "date not understood: kept as date_text",
	    "dates not understood: kept as date_text");
	note_count(t->head.n_year,
	    "date without its year: the one nearest to another date of the "
	    "header",
	    "dates without their years: those nearest to another date of the "
	    "header");
	note_count(c->n_unknown, "turn of a speaker whom no <person> names",
	    "turns of speakers whom no <person> names");
	note_count(t->u.now.n_hyphen + t->aside.n_hyphen,
	    "hyphen at a break within a word taken out",
	    "hyphens at breaks within words taken out");
	note_count(c->n_leftover,
	    "sign of a removed name taken off the beginning of a turn",
	    "signs of removed names taken off the beginnings of turns");
	note_count(c->n_named, "turn is named by its text",
	    "turns are named by their texts");
	note_count(c->n_stray, "paragraph of text where none is expected: kept",
	    "paragraphs of text where none is expected: kept");
	note_count(c->n_left, "deletion or other reading left out",
	    "deletions or other readings left out");
	note_count(c->n_silent, "note, gap or incident without a text",
	    "notes, gaps or incidents without a text");
	note_count(c->n_code, "note that is only a code left out",
	    "notes that are only codes left out");
	note_count(c->n_stage, "paragraph in brackets is of type stage",
	    "paragraphs in brackets are of type stage");
	note_count(c->n_cry,
	    "interruption told by an attribute is of type stage",
	    "interruptions told by attributes are of type stage");
	note_count(c->n_empty, "turn without text left out",
	    "turns without text left out");
	note_count(c->n_nested, "turn in another one: kept as part of it",
	    "turns in other ones: kept as parts of them");
	if (c->cut_para > 0)
		note("in other languages than %s: %" PRIu64
		     " paragraph%s, %" PRIu64 " whole turn%s left out",
		    t->languages, c->cut_para, c->cut_para == 1 ? "" : "s",
		    c->cut_turn, c->cut_turn == 1 ? "" : "s");
	note_count(c->n_said, "annotated word: -t writes its lemma",
	    "annotated words: -t writes their lemmas");
	if (t->w.tokens)
		note_count(t->w.n_plain,
		    "token without lemma or part of speech",
		    "tokens without lemma or part of speech");
	say_vary(&t->u.vary);
	who_note(&t->who);
}

void
tei_close(struct tei *t)
{
	write_close(&t->w);
	who_free(&t->who);
	persons_free(&t->persons);
	persons_free(&t->given);
	unit_free(&t->u);
	head_free(&t->head);
	paras_free(&t->aside);
	paras_free(&t->cry);
	attrs_free(&t->all);
	attrs_free(&t->corpus);
	buf_free(&t->id);
	buf_free(&t->speaker);
	debates_free(&t->debates);
	debates_words_free(&t->words);
	buf_free(&t->word.lemma);
	buf_free(&t->word.pos);
	free(t->frame);
}
