/* places - where words stand that others count (places.1)
 *
 * It is slow beside those who count and knows nothing of how they do it, so
 * that one can be checked by the other. */
#include "places.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "count/common/delimiter.h"
#include "count/common/rows.h"
#include "lib/base/err.h"
#include "lib/base/opt.h"
#include "lib/lang/fr/form.h"
#include "lib/table/tsv.h"
#include "near.h"
#include "run.h"

static const struct opt_page page = {
    "places [-hqUVvx] [-c column] [-D delimiters] [-k kinds] [-l stoplist] "
    "[-P pivot [-w tokens|left,right|s]] [-p words] [-u unit] [file ...]",
    "where words stand that others count", "c:D:k:l:P:p:Uu:w:x"};

enum {
	MOST_REACH = 1000
};

/* ---- tokens ---- */

static uint32_t
word_of(struct places *p)
{
	size_t len;
	const char *s;
	uint32_t k;

	if (p->o->words == NULL)
		return PLACES_ANY;
	if (p->t.type == p->t.hidden)
		return PLACES_NONE;
	s = vrt_col(&p->t.v, p->t.col, &len);
	p->plain.len = 0;
	buf_mem(&p->plain, "", 0);
	rows_plain(&p->plain, s, len);
	k = intern_find(&p->words, p->plain.s, p->plain.len);
	return k != UINT32_MAX ? k + 1 : PLACES_NONE;
}

static bool
is_stopped(struct places *p)
{
	size_t len;
	const char *s = p->o->stops ? tokens_also(&p->t, 0, &len) : NULL;

	return s != NULL && intern_find(&p->o->stop, s, len) != UINT32_MAX;
}

struct places_token
places_take(struct places *p, bool counts)
{
	struct places_token t = {
	    .at = ++p->at, .sentence = p->sentence, .word = PLACES_NONE};
	uint32_t type = p->t.type;

	if (!counts)
		return t;
	p->is = mem_grow(p->is, &p->cap_is, (size_t)type + 1, sizeof(*p->is));
	while (p->n_is <= type)
		p->is[p->n_is++] = 0;
	if (p->is[type] == 0)
		p->is[type] = 1 + word_of(p);
	if (!is_stopped(p))
		t.word = p->is[type] - 1;
	return t;
}

void
places_put(struct places *p, const struct places_token *from, uint64_t n)
{
	const char *id = "NA";
	size_t len = 2;

	if (p->speech)
		id = intern_s(&p->t.part.names, p->t.part.cur, &len);
	tsv_put(&p->out, id, len);
	if (from->sentence > 0)
		out_tab_u64(&p->out, from->sentence);
	else
		out_str(&p->out, "\tNA");
	out_tab_u64(&p->out, from->at);
	out_tab_u64(&p->out, n);
	if (p->o->sentences)
		out_tab_u64(&p->out, p->n_word);
	if (p->o->pivot != NULL)
		out_fmt(&p->out, "\t%" PRId64, from->distance);
	out_ch(&p->out, '\n');
}

/* ---- the stream ---- */

/* A speech begins or ends: its tokens and sentences are numbered anew. */
static void
turn_over(struct places *p, bool speech)
{
	p->speech = speech;
	p->at = 0;
	p->sentence = 0;
}

static void
take_token(struct places *p, struct run *r, struct near *n, bool counts)
{
	struct places_token t = places_take(p, counts);
	size_t len;
	const char *raw;

	if (p->o->sentences)
		p->n_word += t.word != PLACES_NONE;
	else if (p->o->pivot != NULL) {
		raw = vrt_col(&p->t.v, p->t.col, &len);
		near_add(n, &t, raw, len);
	} else if (p->n_want == 0) {
		if (t.word != PLACES_NONE)
			places_put(p, &t, 1);
	} else if (run_ends(p, counts))
		run_break(r);
	else if (counts)
		run_add(r, p, &t);
}

/* A sentence ends, and one may begin. */
static void
turn_sentence(struct places *p, bool opens)
{
	if (p->open)
		places_put(p, &p->first, p->at + 1 - p->first.at);
	p->open = opens;
	p->sentence += opens && p->speech;
	p->first =
	    (struct places_token){.at = p->at + 1, .sentence = p->sentence};
	p->n_word = 0;
}

static void
take_tag(struct places *p, struct run *r, struct near *n, bool opens)
{
	enum vrt_tag tag = p->t.v.tag;

	if (tag == TAG_OTHER)
		return;
	if (p->o->pivot != NULL)
		near_end(n, p);
	if (tag <= p->o->unit)
		run_break(r);
	if (tag == TAG_SPEECH)
		turn_over(p, opens);
	if (tag != TAG_S)
		return;
	if (p->o->sentences)
		turn_sentence(p, opens);
	else
		p->sentence += opens && p->speech;
}

static void
read_stream(struct places *p, struct run *r, struct near *n)
{
	enum tokens_event ev;

	while ((ev = tokens_next(&p->t)) != TOKENS_END)
		switch (ev) {
		case TOKENS_WORD:
		case TOKENS_PASS:
			take_token(p, r, n, ev == TOKENS_WORD);
			break;
		case TOKENS_GAP:
			if (!p->o->over)
				run_break(r);
			if (p->o->pivot != NULL)
				near_end(n, p);
			break;
		case TOKENS_OPEN:
		case TOKENS_CLOSE:
			take_tag(p, r, n, ev == TOKENS_OPEN);
			break;
		default:
			break;
		}
	if (p->o->pivot != NULL)
		near_end(n, p);
}

/* ---- the program ---- */

static void
want_words(struct places *p)
{
	const char *s = p->o->words;
	size_t cap = 0;

	intern_open(&p->words);
	while (s != NULL) {
		size_t len = strcspn(s, " ");

		p->want =
		    mem_grow(p->want, &cap, p->n_want + 1, sizeof(*p->want));
		p->want[p->n_want++] = 1 + intern_add(&p->words, s, len);
		s = s[len] == ' ' ? s + len + 1 : NULL;
	}
}

static void
run_all(const struct opts *o, char **files, int n_files)
{
	struct places p = {.o = o};
	struct run r = {0};
	struct near n = {0};

	want_words(&p);
	run_open(&r, p.n_want > 0 ? p.n_want : 1);
	if (o->pivot != NULL)
		near_open(&n, o);
	tokens_open(&p.t, &o->read, files, n_files);
	out_stdout(&p.out);
	out_str(&p.out, "speech\tsentence\ttoken\tlength");
	out_str(&p.out, o->pivot != NULL ? "\tdistance" : "");
	out_str(&p.out, o->sentences ? "\twords\n" : "\n");
	read_stream(&p, &r, &n);
	out_close(&p.out);
	tokens_note(&p.t);
	tokens_close(&p.t);
	run_free(&r);
	if (o->pivot != NULL)
		near_free(&n);
	intern_free(&p.words);
	free(p.want);
	free(p.is);
	buf_free(&p.plain);
}

static void
read_reach(struct opts *o, char *arg)
{
	char *comma = strchr(arg, ',');

	if (strcmp(arg, "s") == 0) {
		o->left = o->right = NEAR_ALL;
		return;
	}
	if (comma != NULL)
		*comma = '\0';
	o->left = opt_u64('w', arg, 0, MOST_REACH);
	o->right =
	    comma != NULL ? opt_u64('w', comma + 1, 0, MOST_REACH) : o->left;
}

static void
parse(struct opts *o, int argc, char **argv)
{
	static const enum vrt_tag tag[] = {TAG_SPEECH, TAG_P, TAG_S};
	int ch;

	while ((ch = opt_next(argc, argv, &page)) != -1)
		switch (ch) {
		case 'c':
			o->read.classes = tokens_classes(optarg);
			o->read.column = optarg;
			break;
		case 'D':
			o->delimiters = optarg;
			break;
		case 'k':
			o->read.kinds = opt_kinds(ch, optarg);
			break;
		case 'l':
			form_list(&o->stop, optarg, true);
			o->stops = true;
			o->read.also[0] = "form";
			break;
		case 'P':
			o->pivot = optarg;
			break;
		case 'p':
			o->words = optarg;
			break;
		case 'U':
			o->sentences = true;
			break;
		case 'u':
			o->unit = tag[opt_word(ch, optarg, "speech p s")];
			o->segments = true;
			o->read.usual = "wnsu";
			break;
		case 'w':
			read_reach(o, optarg);
			break;
		case 'x':
			o->over = true;
			break;
		}
	if (o->sentences &&
	    (o->pivot != NULL || o->segments || o->words != NULL))
		opt_refuse(&page, "-U goes with none of -P, -p and -u");
	if (o->pivot != NULL && (o->segments || o->over))
		opt_refuse(&page, "-P goes with none of -u and -x");
	if (o->pivot != NULL && o->words != NULL && strchr(o->words, ' '))
		opt_refuse(&page, "near a pivot stands one word");
}

int
main(int argc, char **argv)
{
	struct opts o = {.read = {.column = "form", .by = "id"},
	    .unit = TAG_S,
	    .delimiters = DELIMITERS,
	    .left = 5,
	    .right = 5};

	err_init(argv[0]);
	intern_open(&o.stop);
	parse(&o, argc, argv);
	run_all(&o, argv + optind, argc - optind);
	intern_free(&o.stop);
	return RC_OK;
}
