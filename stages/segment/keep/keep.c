/* keep - keeps or drops tokens, paragraphs and speeches (keep.1). */
#include <inttypes.h>
#include <string.h>
#include <unistd.h>

#include "joiner.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/lang/fr/form.h"
#include "lib/stream/tokens.h"
#include "lib/stream/vrt.h"
#include "options.h"
#include "picker.h"
#include "sieve.h"

static const struct opt_page page = {
    "keep [-hqVv] [-A tests] [-a test] [-c column] [-d expressions] [-k kinds] "
    "[-L keeplist] [-l stoplist] [-n min[,max]] [-P pattern] [-p pattern] "
    "[file ...]",
    "keep or drop tokens and speeches, join expressions",
    "A:a:c:d:k:L:l:n:P:p:"};

struct job {
	const struct opts *opts;
	struct where *where;
	struct vrt v;
	struct out o;
	bool tokens; /* an option looks at tokens */
	bool values; /* and at their column */
	size_t col;
	int kind; /* the column, -1 if there is none */
	struct sieve sieve;
	struct picker picker;
	struct joiner joiner;
	uint64_t gap;     /* dropped since the last line written */
	uint64_t n_token; /* or paragraphs of a transcript */
	uint64_t n_kept;
	uint64_t n_put; /* tokens */
	uint64_t n_speech;
	uint64_t n_speech_kept;
	uint64_t n_join; /* expressions */
	uint64_t n_part; /* their tokens */
};

/* ---- tokens ---- */

static inline void
put_line(struct job *j, const char *s, size_t len)
{
	char *to;

	if (j->gap > 0) {
		vrt_put_gap(&j->o, j->gap);
		j->gap = 0;
	}
	to = out_room(&j->o, len + 1);
	memcpy(to, s, len);
	to[len] = '\n';
	j->o.b.len += len + 1;
}

static inline const char *
column(const char *line, const uint32_t *tab, size_t k, size_t *len)
{
	size_t from = k == 0 ? 0 : tab[k - 1] + 1;

	*len = tab[k] - from;
	return line + from;
}

static inline bool
passes(struct job *j, const char *line, const uint32_t *tab)
{
	const char *s;
	size_t len;

	if (j->opts->kinds != NULL) {
		s = column(line, tab, (size_t)j->kind, &len);
		if (len != 1 || strchr(TOKENS_KINDS, *s) == NULL)
			tokens_no_kind(&j->v, s, len);
		if (strchr(j->opts->kinds, *s) == NULL)
			return false;
	}
	if (!j->values)
		return true;
	s = column(line, tab, j->col, &len);
	return !sieve_look(&j->sieve, s, len)->drop;
}

/* Tokens that had been dropped before. */
static void
add_gap(struct job *j)
{
	if (j->v.gap > UINT64_MAX / 2 - j->gap)
		die_data(j->v.in.name, j->v.in.line,
		    "more places than can be counted");
	j->gap += j->v.gap;
}

/* Writes the token if it passes; n: how many tokens of the input it is. */
static inline void
put_picked(
    struct job *j, const char *line, const uint32_t *tab, size_t n, bool picked)
{
	if (!picked || (j->tokens && !passes(j, line, tab))) {
		j->gap++;
		return;
	}
	j->n_kept += n;
	j->n_put++;
	put_line(j, line, tab[j->v.n_col - 1]);
}

/* Writes the lines that wait for a query, or those that need not any more. */
static void
put_waiting(struct job *j, bool all)
{
	const struct picker_row *r;

	while ((r = picker_take(&j->picker, all)) != NULL)
		if (r->n == 0)
			put_line(j, r->line.s, r->line.len);
		else
			put_picked(j, r->line.s, r->tab, r->n,
			    picker_keeps(&j->picker, r));
}

static inline void
put_token(struct job *j, const char *line, const uint32_t *tab, size_t n)
{
	if (!picker_waits(&j->picker)) {
		put_picked(j, line, tab, n,
		    j->picker.longest == 0 ||
			picker_passes(&j->picker, line, tab));
		return;
	}
	picker_push(&j->picker, line, tab[j->v.n_col - 1], tab, n);
	put_waiting(j, false);
}

/* A tag, or tokens that were taken out: what a query cannot match across. */
static void
end_match(struct job *j)
{
	put_waiting(j, true);
	picker_break(&j->picker);
}

/* Writes what the first token kept back begins. */
static void
put_first(struct job *j)
{
	const struct joiner_row *r;
	size_t n = joiner_take(&j->joiner, j->v.n_col, &r);

	if (r == &j->joiner.joined) {
		j->n_join++;
		j->n_part += n;
	}
	put_token(j, r->line.s, r->tab, n);
}

static void
take_token(struct job *j)
{
	const struct sieve_val *val;
	const char *s;
	size_t len;

	j->n_token++;
	if (j->opts->phrases.n > 0) {
		s = vrt_col(&j->v, j->col, &len);
		val = sieve_look(&j->sieve, s, len);
		if (j->joiner.n > 0 || val->starts) {
			joiner_push(&j->joiner, &j->v, val->word);
			while (!joiner_waits(&j->joiner))
				put_first(j);
			return;
		}
	}
	put_token(j, j->v.line, j->v.tab, 1);
}

/* ---- tags ---- */

/* Reads to the end of the element just opened. */
static void
skip_element(struct job *j)
{
	size_t depth = j->v.depth;

	for (;;) {
		switch (vrt_next(&j->v)) {
		case VRT_TOKEN:
		case VRT_TEXT:
			j->n_token++;
			break;
		case VRT_OPEN:
			j->n_speech += j->v.tag == TAG_SPEECH;
			break;
		case VRT_CLOSE:
			if (j->v.depth < depth)
				return;
			break;
		case VRT_END: /* unclosed tags end in vrt_next */
			return;
		default:
			break;
		}
	}
}

/* Tags other than of sentences, paragraphs and speeches part no tokens. */
static void
put_tag(struct job *j)
{
	if (j->v.tag == TAG_OTHER && picker_waits(&j->picker)) {
		picker_push(&j->picker, j->v.line, j->v.len, NULL, 0);
		return;
	}
	end_match(j);
	put_line(j, j->v.line, j->v.len);
}

static void
open_element(struct job *j)
{
	bool keep = where_keeps(j->where, &j->v);

	j->n_speech += j->v.tag == TAG_SPEECH;
	if (!keep) {
		skip_element(j);
		return;
	}
	j->n_speech_kept += j->v.tag == TAG_SPEECH;
	put_tag(j);
}

static void
run(struct job *j)
{
	for (;;) {
		enum vrt_event ev = vrt_next(&j->v);

		if (ev == VRT_TOKEN) {
			take_token(j);
			continue;
		}
		while (j->joiner.n > 0)
			put_first(j);
		switch (ev) {
		case VRT_GAP:
			end_match(j);
			add_gap(j);
			break;
		case VRT_OPEN:
			open_element(j);
			break;
		case VRT_TEXT:
			j->n_token++;
			j->n_kept++;
			put_line(j, j->v.line, j->v.len);
			break;
		case VRT_CLOSE:
			put_tag(j);
			break;
		default:
			end_match(j);
			vrt_put_gap(&j->o, j->gap);
			return;
		}
	}
}

/* ---- beginning and end ---- */

static void
tell(const struct job *j)
{
	const char *what = j->v.kind == VRT_TOKENS ? "tokens" : "paragraphs";

	where_note(j->where, &j->v);
	if (j->n_join > 0)
		note("joined %" PRIu64 " tokens into %" PRIu64 " expression%s",
		    j->n_part, j->n_join, j->n_join == 1 ? "" : "s");
	note("kept %" PRIu64 " of %" PRIu64 " %s, %" PRIu64 " of %" PRIu64
	     " speeches%s",
	    j->n_kept, j->n_token, what, j->n_speech_kept, j->n_speech,
	    err_said(
		j->n_kept == 0 && j->n_token > 0 ? ": nothing is left" : ""));
}

static void
open_filters(struct job *j)
{
	const struct opts *o = j->opts;
	bool fold = form_column(o->column);

	joiner_open(&j->joiner, fold);
	for (size_t i = 0; i < o->phrases.n; i++)
		phrase_load(&j->joiner.phrase, o->phrases.s[i]);
	sieve_open(&j->sieve, fold, &j->joiner.phrase);
	j->sieve.min = o->min;
	j->sieve.max = o->max;
	for (size_t i = 0; i < o->stop.n; i++)
		sieve_stop(&j->sieve, o->stop.s[i]);
	for (size_t i = 0; i < o->keep.n; i++)
		sieve_keep(&j->sieve, o->keep.s[i]);
	for (size_t i = 0; i < o->like.n; i++)
		sieve_like(&j->sieve, o->like.s[i]);
	for (size_t i = 0; i < o->unlike.n; i++)
		sieve_unlike(&j->sieve, o->unlike.s[i]);
	picker_open(&j->picker, fold);
	for (size_t i = 0; i < o->queries.n; i++)
		picker_add(&j->picker, 'p', o->queries.s[i]);
	for (size_t i = 0; i < o->unqueries.n; i++)
		picker_add(&j->picker, 'P', o->unqueries.s[i]);
}

static void
open_job(struct job *j, struct opts *o, char **files, int n)
{
	bool any;

	*j = (struct job){.opts = o, .where = &o->where, .kind = -1};
	j->values = o->stop.n > 0 || o->keep.n > 0 || o->like.n > 0 ||
	    o->unlike.n > 0 || o->min > 0 || o->max < UINT64_MAX;
	j->tokens = j->values || o->kinds != NULL;
	open_filters(j);
	any = j->tokens || j->picker.longest > 0 || o->phrases.n > 0 ||
	    strcmp(o->column, "form") != 0;
	vrt_open(&j->v, files, n, any ? VRT_TOKENS : VRT_EITHER);
	out_stdout(&j->o);
	if (any) {
		j->kind = o->kinds != NULL ? (int)vrt_column(&j->v, "kind")
					   : vrt_has(&j->v, "kind");
		if (j->values || o->phrases.n > 0 ||
		    strcmp(o->column, "form") != 0)
			j->col = vrt_column(&j->v, o->column);
		picker_ready(&j->picker, &j->v, o->column);
		j->joiner.col = j->col;
		j->joiner.kind = j->kind;
	}
	vrt_copy_header(&j->v, &j->o);
}

static void
close_job(struct job *j)
{
	vrt_tally_speeches(
	    &j->v, &j->o, j->n_put, j->n_speech, j->n_speech_kept);
	out_close(&j->o);
	tell(j);
	vrt_close(&j->v);
	joiner_free(&j->joiner);
	sieve_free(&j->sieve);
	picker_free(&j->picker);
}

int
main(int argc, char **argv)
{
	struct opts o;
	struct job j;

	err_init(argv[0]);
	options_read(&o, argc, argv, &page);
	open_job(&j, &o, argv + optind, argc - optind);
	run(&j);
	close_job(&j);
	options_free(&o);
	return RC_OK;
}
