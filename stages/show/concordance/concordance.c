/* concordance - every place where a pattern occurs, in its context
 * (concordance.1).
 *
 * Every token is shown and none counted, so it reads the lines itself and not
 * by tokens.h. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "context.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/lang/fr/form.h"
#include "lib/stream/query.h"
#include "lib/stream/vrt.h"
#include "lib/stream/window.h"
#include "lib/table/tsv.h"
#include "marks.h"
#include "options.h"
#include "pairs.h"
#include "places.h"

static const struct opt_page page = {
    "concordance [-EhIqtVv] [-a attributes] [-c column] [-n lines] "
    "[-o left|node|right|text] [-W columns] [-w tokens|s] "
    "-p pattern | -d table [-k words] [-x types] [file ...]",
    "every place where a pattern occurs, in its context",
    "a:c:d:EIk:n:o:p:tW:w:x:"};

struct job {
	const struct opts *o;
	struct vrt v;
	struct out out;
	struct query query;
	struct pairs pairs;
	struct marks marks;
	bool marked; /* the table is one of places */
	struct window win;
	size_t word;
	size_t col;
	uint64_t line;     /* of <p> */
	uint64_t sentence; /* of the speech, from 1; 0 outside */
	bool in_speech;
	struct buf cur; /* id NUL source NUL attribute NUL ... of the speech */
	bool cur_kept;  /* places has it, as number */
	size_t speech;
	struct context queue;
	struct places places;
	uint64_t n_found;
};

/* ---- places ---- */

/* The first place of the queue is whole. */
static void
finish(struct job *j)
{
	places_add(&j->places, context_first(&j->queue));
	context_drop(&j->queue);
}

static void
finish_all(struct job *j)
{
	while (j->queue.n > 0)
		finish(j);
}

/* The last span tokens of the window are a place. */
static struct context_place *
begin(struct job *j, size_t span)
{
	struct context_place *h;

	j->n_found++;
	if (j->o->order == CONTEXT_TEXT && (j->o->table == NULL || j->marked) &&
	    j->n_found > j->o->limit)
		return NULL;
	if (!j->cur_kept)
		j->speech = places_speech(&j->places, j->cur.s, j->cur.len);
	j->cur_kept = true;
	h = context_begin(&j->queue, &j->win, span);
	h->speech = j->speech;
	h->line = j->line;
	h->sentence = j->sentence;
	return h;
}

/* ---- input ---- */

/* The places of the table that end with the token. */
static void
take_marks(struct job *j)
{
	const struct marks_one *m;

	marks_token(&j->marks);
	while ((m = marks_take(&j->marks, j->win.n)) != NULL) {
		struct context_place *h = begin(j, (size_t)m->length);

		if (h != NULL)
			buf_str(&h->key, j->marks.text.s + m->at);
	}
}

static void
take_token(struct job *j)
{
	const char *s;
	size_t len;
	uint64_t spans;

	s = vrt_col(&j->v, j->word, &len);
	window_add(&j->win, s, len);
	context_extend(&j->queue, &j->win);
	while (context_ready(&j->queue))
		finish(j);
	if (j->marked) {
		take_marks(j);
		while (context_ready(&j->queue))
			finish(j);
		return;
	}
	if (j->o->table != NULL) {
		s = vrt_col(&j->v, j->col, &len);
		if (pairs_take(&j->pairs, &j->v, j->col, j->o->limit))
			buf_mem(&begin(j, 1)->key, s, len);
		while (context_ready(&j->queue))
			finish(j);
		return;
	}
	spans = query_places(&j->query, j->v.line, j->v.tab);
	for (size_t n = QUERY_ELEMENTS; spans != 0 && n > 0; n--)
		if ((spans >> (n - 1) & 1) != 0)
			(void)begin(j, n);
	while (context_ready(&j->queue))
		finish(j);
}

static void
add_attr(struct job *j, const char *name)
{
	const char *s = vrt_attr(&j->v, name);

	if (s == NULL || *s == '\0')
		s = "NA";
	buf_mem(&j->cur, s, strlen(s) + 1);
}

static void
end_contexts(struct job *j)
{
	finish_all(j);
	window_clear(&j->win);
}

/* Where a speech begins or ends, so do contexts, marks of quotation and lines.
 */
static void
turn_over(struct job *j)
{
	end_contexts(j);
	window_paragraph(&j->win);
	j->cur.len = 0;
	j->cur_kept = false;
	j->line = 0;
	j->sentence = 0;
}

/* Outside speeches: no id, no source, no attribute. */
static void
no_speech(struct job *j)
{
	for (size_t i = 0; i < 2 + j->o->n_attr; i++)
		buf_mem(&j->cur, "NA", sizeof("NA"));
}

/* NULL: outside. */
static void
enter(struct job *j, const char *speech)
{
	if (j->marked)
		marks_enter(&j->marks, speech);
	else if (j->o->table != NULL)
		pairs_enter(&j->pairs, speech);
}

static void
open_tag(struct job *j)
{
	const char *s;

	if (j->v.tag != TAG_OTHER)
		query_break(&j->query);
	switch (j->v.tag) {
	case TAG_SPEECH:
		turn_over(j);
		j->in_speech = true;
		enter(j, vrt_attr(&j->v, "id"));
		add_attr(j, "id");
		add_attr(j, "source");
		for (size_t i = 0; i < j->o->n_attr; i++)
			add_attr(j, j->o->attr[i]);
		break;
	case TAG_S:
		j->sentence += j->in_speech;
		break;
	case TAG_P:
		s = vrt_attr(&j->v, "line");
		j->line = s != NULL ? strtoull(s, NULL, 10) : 0;
		window_paragraph(&j->win);
		break;
	default:
		break;
	}
}

static void
close_tag(struct job *j)
{
	if (j->v.tag != TAG_OTHER)
		query_break(&j->query);
	if (j->o->sentence && j->v.tag == TAG_S)
		end_contexts(j);
	if (j->v.tag == TAG_P)
		j->line = 0;
	if (j->v.tag == TAG_SPEECH) {
		turn_over(j);
		j->in_speech = false;
		enter(j, NULL);
		no_speech(j);
	}
}

static void
run(struct job *j)
{
	for (;;)
		switch (vrt_next(&j->v)) {
		case VRT_TOKEN:
			take_token(j);
			break;
		case VRT_OPEN:
			open_tag(j);
			break;
		case VRT_CLOSE:
			close_tag(j);
			break;
		case VRT_GAP:
			query_break(&j->query);
			window_gap(&j->win);
			break;
		case VRT_END:
			return;
		default:
			break;
		}
}

/* ---- beginning and end ---- */

static void
put_header(struct job *j)
{
	for (size_t i = 0; i < OPTIONS_COLUMNS; i++) {
		if (i > 0)
			out_ch(&j->out, '\t');
		out_str(&j->out, options_column[i]);
	}
	for (size_t i = 0; i < j->o->n_attr; i++) {
		out_ch(&j->out, '\t');
		out_str(&j->out, j->o->attr[i]);
	}
	if (j->marked)
		out_str(&j->out, j->marks.head.s);
	else if (j->o->table != NULL)
		out_str(&j->out, "\tterm");
	out_ch(&j->out, '\n');
}

static void
read_table(struct job *j)
{
	struct tsv t;

	tsv_open(&t, j->o->table);
	j->marked = marks_are(&t);
	if (j->marked && j->o->words != UINT32_MAX)
		die_usage(
		    "option -k: the table is one of places, not of words");
	if (j->marked)
		marks_read(&j->marks, &t);
	else
		pairs_read(&j->pairs, &t, j->o->words, j->o->listed);
	tsv_close(&t);
}

static void
open_job(struct job *j, const struct opts *o, char **files, int n)
{
	enum query_how how = o->ere ? QUERY_ERE : QUERY_PLAIN;
	size_t keep = o->sentence ? SIZE_MAX : o->context + QUERY_ELEMENTS;

	*j = (struct job){.o = o};
	if (!o->ere && form_column(o->column))
		how = QUERY_FOLD;
	query_open(&j->query, how);
	j->query.bare = o->bare;
	j->query.tests = true;
	for (size_t i = 0; i < o->n_pattern; i++)
		query_add(&j->query, 'p', o->pattern[i]);
	if (o->table != NULL)
		read_table(j);
	if (j->marked && !o->sentence)
		keep = o->context + (size_t)j->marks.longest;
	window_open(&j->win, keep);
	context_open(&j->queue, o->sentence ? SIZE_MAX : o->context, o->order);
	no_speech(j);
	vrt_open(&j->v, files, n, VRT_TOKENS);
	out_stdout(&j->out);
	j->word = vrt_column(&j->v, "word");
	if (o->table != NULL || !query_only_tests(&j->query) ||
	    strcmp(o->column, "form") != 0)
		j->col = vrt_column(&j->v, o->column);
	j->pairs.classes = o->classes;
	if (o->classes != NULL)
		j->pairs.pos = vrt_column(&j->v, "pos");
	query_columns(&j->query, &j->v, o->column);
	j->places = (struct places){.out = &j->out,
	    .n_attr = o->n_attr,
	    .sorted = o->order != CONTEXT_TEXT,
	    .terms = o->table != NULL,
	    .cells = j->marked,
	    .limit = o->limit,
	    .width = o->text ? o->width : 0};
	if (!o->text)
		put_header(j);
}

static void
tell(const struct job *j)
{
	if (j->marked)
		note_count(j->marks.n - j->marks.n_found,
		    "place is not in the stream",
		    "places are not in the stream");
	if (j->o->table != NULL && !j->marked)
		return;
	if (j->n_found == 0 && !j->marked)
		note("nothing matches%s",
		    err_said(j->o->ere ? ""
				       : ": is the pattern "
					 "written as the column "
					 "is?"));
	else if (j->n_found > j->o->limit)
		note("lines left out (-n): %" PRIu64 " of %" PRIu64,
		    j->n_found - j->o->limit, j->n_found);
}

static void
close_job(struct job *j)
{
	finish_all(j);
	places_end(&j->places);
	vrt_tell_absent(&j->v, j->o->attr, j->o->n_attr);
	vrt_close(&j->v);
	out_close(&j->out);
	tell(j);
	query_free(&j->query);
	if (j->marked)
		marks_free(&j->marks);
	else if (j->o->table != NULL)
		pairs_free(&j->pairs);
	window_free(&j->win);
	context_free(&j->queue);
	places_free(&j->places);
	buf_free(&j->cur);
}

int
main(int argc, char *argv[])
{
	struct opts o = {.words = UINT32_MAX,
	    .column = "form",
	    .limit = UINT64_MAX,
	    .context = 10,
	    .width = 80};
	struct job j;

	err_init(argv[0]);
	options_read(&o, argc, argv, &page);
	open_job(&j, &o, argv + optind, argc - optind);
	run(&j);
	close_job(&j);
	return RC_OK;
}
