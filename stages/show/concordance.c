/* concordance - every place where a pattern occurs, in its context
 * (concordance.1) */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/context.h"
#include "lib/err.h"
#include "lib/kwic.h"
#include "lib/mem.h"
#include "lib/opt.h"
#include "lib/out.h"
#include "lib/query.h"
#include "lib/tsv.h"
#include "lib/vrt.h"
#include "lib/window.h"

static const struct opt_page page = {
    "concordance [-EhqtV] [-a attributes] [-c column] [-n lines] "
    "[-o left|node|right|text] [-W columns] [-w tokens|s] -p pattern "
    "[file ...]",
    "every place where a pattern occurs, in its context"};

enum {
	MAX_ATTRS = 32,
	MAX_PATTERNS = QUERY_ELEMENTS,
	MAX_CONTEXT = 10000
};

static const char *const fixed[] = {
    "speech", "source", "line", "left", "node", "right"};

struct opts {
	const char *pattern[MAX_PATTERNS];
	size_t n_pattern;
	const char *attr[MAX_ATTRS];
	size_t n_attr;
	const char *column;
	enum context_order order;
	uint64_t limit;
	size_t context;
	bool context_set;
	bool sentence; /* -w s */
	bool ere;
	bool text; /* -t */
	size_t width;
};

/* A finished place that waits for the end: strings in job.text. */
struct place {
	size_t at; /* left NUL node NUL right NUL key NUL */
	const char *key;
	size_t speech;
	uint64_t line;
};

struct job {
	const struct opts *o;
	struct vrt v;
	struct out out;
	struct query query;
	struct window win;
	size_t word;
	size_t col;
	uint64_t line;  /* of <p> */
	struct buf cur; /* id NUL source NUL attribute NUL ... of the speech */
	bool cur_kept;  /* as the last one of speech[] */
	char **speech;  /* those with a place */
	size_t n_speech;
	size_t cap_speech;
	struct context queue;
	struct place *place;
	size_t n_place;
	size_t cap_place;
	struct buf text;
	uint64_t n_found;
};

/* ---- output ---- */

static const char *
behind(const char *s)
{
	return s + strlen(s) + 1;
}

static void
put_cell(struct out *o, const char *s)
{
	out_ch(o, '\t');
	tsv_put(o, s, strlen(s));
}

static void
put_row(struct job *j, const char *speech, uint64_t line, const char *part[3])
{
	const char *s = behind(speech);

	tsv_put(&j->out, speech, strlen(speech));
	put_cell(&j->out, s);
	out_ch(&j->out, '\t');
	if (line > 0)
		out_u64(&j->out, line);
	else
		out_str(&j->out, "NA");
	for (size_t i = 0; i < 3; i++)
		put_cell(&j->out, part[i]);
	for (size_t i = 0; i < j->o->n_attr; i++) {
		s = behind(s);
		put_cell(&j->out, s);
	}
	out_ch(&j->out, '\n');
}

static void
put_header(struct job *j)
{
	for (size_t i = 0; i < sizeof(fixed) / sizeof(*fixed); i++) {
		if (i > 0)
			out_ch(&j->out, '\t');
		out_str(&j->out, fixed[i]);
	}
	for (size_t i = 0; i < j->o->n_attr; i++)
		put_cell(&j->out, j->o->attr[i]);
	out_ch(&j->out, '\n');
}

/* What stands at the left of a line of text: the id, or the attributes. */
static char *
label_of(const struct job *j, const char *speech)
{
	struct buf b = {0};
	const char *s = behind(speech);

	if (j->o->n_attr == 0)
		return mem_copy(speech, strlen(speech));
	for (size_t i = 0; i < j->o->n_attr; i++) {
		s = behind(s);
		buf_str(&b, i > 0 ? " " : "");
		buf_str(&b, s);
	}
	return b.s;
}

static void
put_text(struct job *j, size_t n)
{
	struct kwic_line *line = mem_new(n, sizeof(*line));
	char **label = mem_new(j->n_speech, sizeof(*label));

	for (size_t i = 0; i < j->n_speech; i++)
		label[i] = label_of(j, j->speech[i]);
	for (size_t i = 0; i < n; i++) {
		const char *s = j->text.s + j->place[i].at;

		line[i].label = label[j->place[i].speech];
		line[i].left = s;
		line[i].node = behind(s);
		line[i].right = behind(line[i].node);
	}
	kwic_put(&j->out, line, n, j->o->width);
	for (size_t i = 0; i < j->n_speech; i++)
		free(label[i]);
	free(label);
	free(line);
}

static int
by_key(const void *a, const void *b)
{
	const struct place *x = a;
	const struct place *y = b;
	int c = strcmp(x->key, y->key);

	return c != 0 ? c : (x->at > y->at) - (x->at < y->at);
}

/* The places that waited. */
static void
put_places(struct job *j)
{
	size_t n = j->n_place;

	for (size_t i = 0; i < n; i++) {
		const char *s = j->text.s + j->place[i].at;

		j->place[i].key = behind(behind(behind(s)));
	}
	if (n > 0 && j->o->order != CONTEXT_TEXT)
		qsort(j->place, n, sizeof(*j->place), by_key);
	if (n > j->o->limit)
		n = (size_t)j->o->limit;
	if (j->o->text) {
		put_text(j, n);
		return;
	}
	for (size_t i = 0; i < n; i++) {
		const struct place *p = &j->place[i];
		const char *part[3] = {j->text.s + p->at};

		part[1] = behind(part[0]);
		part[2] = behind(part[1]);
		put_row(j, j->speech[p->speech], p->line, part);
	}
}

/* ---- places ---- */

/* Writes the first place of the queue, or keeps it for the end. */
static void
finish(struct job *j)
{
	const struct context_place *h = context_first(&j->queue);
	const struct buf *part[4] = {&h->left, &h->node, &h->right, &h->key};
	const char *text[3] = {h->left.s, h->node.s, h->right.s};

	if (!j->o->text && j->o->order == CONTEXT_TEXT) {
		put_row(j, j->speech[h->speech], h->line, text);
	} else {
		j->place = mem_grow(
		    j->place, &j->cap_place, j->n_place + 1, sizeof(*j->place));
		j->place[j->n_place++] = (struct place){
		    .at = j->text.len, .speech = h->speech, .line = h->line};
		for (size_t i = 0; i < 4; i++)
			buf_mem(&j->text, part[i]->s, part[i]->len + 1);
	}
	context_drop(&j->queue);
}

static void
finish_all(struct job *j)
{
	while (j->queue.n > 0)
		finish(j);
}

static void
keep_speech(struct job *j)
{
	if (j->cur_kept)
		return;
	j->speech = mem_grow(
	    j->speech, &j->cap_speech, j->n_speech + 1, sizeof(*j->speech));
	j->speech[j->n_speech++] = mem_copy(j->cur.s, j->cur.len);
	j->cur_kept = true;
}

/* The last span tokens of the window are a place. */
static void
begin(struct job *j, size_t span)
{
	struct context_place *h;

	j->n_found++;
	if (j->o->order == CONTEXT_TEXT && j->n_found > j->o->limit)
		return;
	keep_speech(j);
	h = context_begin(&j->queue, &j->win, span);
	h->speech = j->n_speech - 1;
	h->line = j->line;
}

/* ---- input ---- */

static void
take_token(struct job *j)
{
	const char *s;
	size_t len;
	uint64_t ends;
	uint64_t spans = 0; /* bit n: a place of n + 1 tokens */

	s = vrt_col(&j->v, j->word, &len);
	window_add(&j->win, s, len);
	context_extend(&j->queue, &j->win);
	while (context_ready(&j->queue))
		finish(j);
	s = vrt_col(&j->v, j->col, &len);
	ends = query_token(&j->query, s, len);
	while (ends != 0)
		spans |= UINT64_C(1) << (query_span(&j->query, &ends) - 1);
	for (size_t n = QUERY_ELEMENTS; spans != 0 && n > 0; n--)
		if ((spans >> (n - 1) & 1) != 0)
			begin(j, n);
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
open_tag(struct job *j)
{
	const char *s;

	query_break(&j->query);
	switch (j->v.tag) {
	case TAG_SPEECH:
		j->cur.len = 0;
		j->cur_kept = false;
		add_attr(j, "id");
		add_attr(j, "source");
		for (size_t i = 0; i < j->o->n_attr; i++)
			add_attr(j, j->o->attr[i]);
		j->line = 0;
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
	bool speech = j->v.tag == TAG_SPEECH;

	query_break(&j->query);
	if (speech || (j->o->sentence && j->v.tag == TAG_S)) {
		finish_all(j);
		window_clear(&j->win);
	}
	if (speech) {
		j->cur.len = 0;
		buf_mem(&j->cur, "NA\0NA", 6);
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
			if (j->v.gap > 0) {
				query_break(&j->query);
				window_gap(&j->win);
			}
			break;
		case VRT_END:
			return;
		default:
			break;
		}
}

/* ---- beginning and end ---- */

static void
open_job(struct job *j, const struct opts *o, char **files, int n)
{
	enum query_how how = o->ere ? QUERY_ERE : QUERY_PLAIN;
	size_t keep = o->sentence ? SIZE_MAX : o->context + QUERY_ELEMENTS;

	*j = (struct job){.o = o};
	if (!o->ere &&
	    (strcmp(o->column, "form") == 0 || strcmp(o->column, "stem") == 0))
		how = QUERY_FOLD;
	query_open(&j->query, how);
	for (size_t i = 0; i < o->n_pattern; i++)
		query_add(&j->query, 'p', o->pattern[i]);
	window_open(&j->win, keep);
	context_open(&j->queue, o->sentence ? SIZE_MAX : o->context, o->order);
	buf_mem(&j->cur, "NA\0NA", 6);
	vrt_open(&j->v, files, n, VRT_TOKENS);
	out_open(&j->out, STDOUT_FILENO, "standard output");
	j->word = vrt_column(&j->v, "word");
	j->col = vrt_column(&j->v, o->column);
	if (!o->text)
		put_header(j);
}

static void
tell(const struct job *j)
{
	if (j->n_found == 0)
		note("nothing matches%s",
		    j->o->ere ? ""
			      : ": is the pattern "
				"written as the column "
				"is?");
	else if (j->n_found > j->o->limit)
		note("%" PRIu64 " of %" PRIu64 " lines are left out (-n)",
		    j->n_found - j->o->limit, j->n_found);
}

static void
close_job(struct job *j)
{
	finish_all(j);
	put_places(j);
	vrt_close(&j->v);
	out_close(&j->out);
	tell(j);
	query_free(&j->query);
	window_free(&j->win);
	for (size_t i = 0; i < j->n_speech; i++)
		free(j->speech[i]);
	context_free(&j->queue);
	free(j->speech);
	free(j->place);
	buf_free(&j->cur);
	buf_free(&j->text);
}

static void
set_order(struct opts *o, const char *arg)
{
	static const char *const name[] = {"text", "left", "node", "right"};

	for (size_t i = 0; i < sizeof(name) / sizeof(*name); i++)
		if (strcmp(arg, name[i]) == 0) {
			o->order = (enum context_order)i;
			return;
		}
	die_usage("option -o: '%s' is not left, node, right or text", arg);
}

static void
set_attrs(struct opts *o, char *arg)
{
	char *save = NULL;

	for (char *s = strtok_r(arg, ",", &save); s != NULL;
	     s = strtok_r(NULL, ",", &save)) {
		for (size_t i = 0; i < sizeof(fixed) / sizeof(*fixed); i++)
			if (strcmp(s, fixed[i]) == 0)
				die_usage("option -a: there is a column '%s' "
					  "already",
				    s);
		for (size_t i = 0; i < o->n_attr; i++)
			if (strcmp(s, o->attr[i]) == 0)
				die_usage("option -a: '%s' twice", s);
		if (o->n_attr == MAX_ATTRS)
			die_usage("option -a: more than %d", MAX_ATTRS);
		o->attr[o->n_attr++] = s;
	}
}

static void
add_pattern(struct opts *o, const char *arg)
{
	if (o->n_pattern == MAX_PATTERNS)
		die_usage("option -p: more than %d", MAX_PATTERNS);
	o->pattern[o->n_pattern++] = arg;
}

static void
set_context(struct opts *o, const char *arg)
{
	o->context_set = true;
	o->sentence = strcmp(arg, "s") == 0;
	o->context = 1;
	if (!o->sentence)
		o->context = opt_u64('w', arg, 0, MAX_CONTEXT);
}

static void
parse(struct opts *o, int argc, char **argv)
{
	int ch;

	while ((ch = getopt(argc, argv, "+:a:c:En:o:p:tW:w:hqV")) != -1)
		switch (ch) {
		case 'a':
			set_attrs(o, optarg);
			break;
		case 'c':
			o->column = optarg;
			break;
		case 'E':
			o->ere = true;
			break;
		case 'n':
			o->limit = opt_u64('n', optarg, 1, UINT32_MAX);
			break;
		case 'o':
			set_order(o, optarg);
			break;
		case 'p':
			add_pattern(o, optarg);
			break;
		case 't':
			o->text = true;
			break;
		case 'W':
			o->width = opt_u64('W', optarg, KWIC_MIN, 10000);
			break;
		case 'w':
			set_context(o, optarg);
			break;
		case 'q':
			err_quiet(true);
			break;
		default:
			opt_other(ch, &page);
		}
	if (o->n_pattern == 0)
		opt_refuse(&page, "option -p is needed");
	if (o->text && !o->context_set)
		o->context = o->width / 4;
}

int
main(int argc, char *argv[])
{
	struct opts o = {
	    .column = "form", .limit = UINT64_MAX, .context = 10, .width = 80};
	struct job j;

	err_init(argv[0]);
	parse(&o, argc, argv);
	open_job(&j, &o, argv + optind, argc - optind);
	run(&j);
	close_job(&j);
	return RC_OK;
}
