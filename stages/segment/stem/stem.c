/* stem - appends the stem of each token (stem.1).
 *
 * It passes every line on and counts nothing, so it reads the lines itself and
 * not by tokens.h, whose rule and note on streams without kinds it keeps. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/err.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/lang/fr/lang.h"
#include "lib/stream/tokens.h"
#include "lib/stream/vrt.h"
#include "segment/common/columns.h"
#include "stems.h"

static const struct opt_page page = {
    "stem [-hqVvX] [-c column] [-o columns] [-x overrides] [file ...]",
    "add the stem of each token (Snowball French)", "c:o:x:XV"};

struct opts {
	const char *column;
	char *cols;            /* NULL: those that come in, and stem */
	const char *overrides; /* NULL: the bundled ones */
	bool plain;            /* no overrides */
};

struct job {
	struct vrt v;
	struct vrt_batch batch;
	struct out o;
	struct stems stems;
	size_t from; /* the column that is stemmed */
	int kind;    /* -1: no such column, everything is a word */
	struct columns cols;
	bool lean;      /* kind, form to kind, stem */
	uint64_t n_put; /* tokens */
};

static inline bool
is_word(const char *kind, size_t len)
{
	return (len == 1) & (*kind == 'w');
}

static void
put_token(struct job *j)
{
	struct columns_text own[COLUMNS_OWN]; /* the second is not written */
	const char *kind = "w";
	size_t len = 1;

	own->s = vrt_col(&j->v, j->from, &own->len);
	own[1] = own[0];
	if (j->kind >= 0)
		kind = vrt_col(&j->v, (size_t)j->kind, &len);
	if (is_word(kind, len)) {
		struct stems_key k = stems_no_key;

		if (stems_has_key(own->len))
			stems_key(&j->stems, &k, own->s, own->len);
		own->s = stems_s(
		    stems_get(&j->stems, &k, own->s, own->len), &own->len);
	}
	columns_put(&j->cols, &j->v, &j->o, own);
	j->n_put++;
}

/* What is stemmed in a line. */
struct word {
	struct stems_key key;
	const char *s;
	uint32_t len;
	bool counts; /* it is a word */
};

/* What is read of a line and what is written. */
struct shape {
	size_t from;
	int kind;
	const struct columns *cols;
};

#define INLINE inline __attribute__((always_inline))

/* Asks for the stems of a batch of lines, which come from memory meanwhile; how
 * many. */
static INLINE size_t
ask(const struct stems *stems, const struct shape *x, const struct vrt_batch *b,
    struct word *w)
{
	const size_t n = b->n;

	for (size_t i = 0; i < n; i++, w++) {
		const struct vrt_line *line = &b->line[i];
		bool counts = true;
		size_t len;
		const char *s;

		if (x->kind >= 0) {
			s = vrt_batch_col(b, line, (size_t)x->kind, &len);
			counts = is_word(s, len);
		}
		s = vrt_batch_col(b, line, x->from, &len);
		w->s = s;
		w->len = (uint32_t)len;
		w->counts = counts;
		if (stems_has_key(len))
			stems_key(stems, &w->key, s, len);
		else
			w->key = stems_no_key;
	}
	return n;
}

/* Writes a batch. */
static INLINE void
put_lines(struct job *j, const struct shape *x, const struct vrt_batch *b)
{
	struct word word[VRT_BATCH];
	struct stems near = j->stems; /* in registers */
	const size_t n = ask(&near, x, b, word);
	char *p = columns_room(&j->o, b);

	for (size_t i = 0; i < n; i++) {
		const struct vrt_line *line = &b->line[i];
		const struct word *w = &word[i];
		struct columns_text own = {w->s, w->len};
		const struct stem *e;
		bool is_near = stems_near(&near, &w->key, &e);

		if (line->tag != VRT_IS_TOKEN) {
			own.s = vrt_batch_line(b, line, &own.len);
			p = out_copy(p, own.s, own.len + 1, COLUMNS_ONE);
			j->n_put--;
			continue;
		}
		if (w->counts & !is_near) {
			e = stems_get(&j->stems, &w->key, w->s, w->len);
			own.s = stems_s(e, &own.len);
			near = j->stems;
			j->o.b.len = (size_t)(p - j->o.b.s);
			(void)out_room(&j->o, own.len);
			p = columns_room(&j->o, b);
		} else {
			own.s = w->counts ? e->s : w->s;
			own.len = w->counts ? e->len : w->len;
		}
		p = columns_put_line(x->cols, b, line, p, &own);
	}
	j->o.b.len = (size_t)(p - j->o.b.s);
	j->n_put += n;
}

/* Kind and stem of lines that are kind and form: what a pipe is to write, and
 * with all numbers known to the compiler the fastest. */
static void
put_lean(struct job *j)
{
	static const struct columns cols = {
	    .out = {0, COLUMNS_NEW}, .n_out = 2};
	const struct shape lean = {.from = 1, .kind = 0, .cols = &cols};

	put_lines(j, &lean, &j->batch);
}

static void
put_batch(struct job *j)
{
	const struct shape any = {j->from, j->kind, &j->cols};

	put_lines(j, &any, &j->batch);
}

static bool
is_lean(const struct job *j)
{
	const struct columns *c = &j->cols;

	return j->v.n_col == 2 && j->from == 1 && j->kind == 0 && !c->append &&
	    c->n_out == 2 && c->out[0] == 0 && c->out[1] == COLUMNS_NEW;
}

static void
run(struct job *j)
{
	for (;;) {
		if (vrt_batch(&j->v, &j->batch)) {
			if (j->lean)
				put_lean(j);
			else
				put_batch(j);
			continue;
		}
		switch (vrt_next(&j->v)) {
		case VRT_END:
			return;
		case VRT_TOKEN:
			put_token(j);
			break;
		default:
			vrt_copy(&j->v, &j->o);
			break;
		}
	}
}

static void
close_job(struct job *j)
{
	vrt_tally(&j->v, &j->o, j->n_put);
	vrt_close(&j->v);
	out_close(&j->o);
	tokens_tell(NULL, j->kind >= 0, 0, "");
	stems_close(&j->stems);
}

/* libstemmer cannot tell its version: its fingerprint stands for it. */
static void
print_version(void)
{
	struct out o;

	out_stdout(&o);
	out_fmt(&o, "%s (Tribune) %s\n", err_prog(), TRIBUNE_VERSION);
	out_fmt(&o, STEMMER_NAME ": fingerprint %016" PRIx64 "\n",
	    stemmer_fingerprint());
	out_close(&o);
	exit(RC_OK);
}

static void
open_job(struct job *j, struct opts *o, char **files, int n)
{
	char *path = NULL;

	*j = (struct job){0};
	if (o->overrides == NULL && !o->plain)
		path = lang_path(LANG_STEMS);
	stems_open(&j->stems, path != NULL ? path : o->overrides);
	free(path);
	vrt_open(&j->v, files, n, VRT_TOKENS);
	out_stdout(&j->o);
	j->from = vrt_column(&j->v, o->column);
	j->kind = vrt_has(&j->v, "kind");
	columns_own(&j->cols, "stem");
	columns_choose(&j->cols, &j->v, &j->o, o->cols, &page);
	j->lean = is_lean(j);
}

int
main(int argc, char **argv)
{
	struct opts o = {.column = "form"};
	struct job j;
	int ch;

	err_init(argv[0]);
	while ((ch = opt_next(argc, argv, &page)) != -1)
		switch (ch) {
		case 'c':
			o.column = optarg;
			break;
		case 'o':
			o.cols = optarg;
			break;
		case 'x':
			o.overrides = optarg;
			break;
		case 'X':
			o.plain = true;
			break;
		case 'V':
			print_version();
			break;
		}
	if (o.plain && o.overrides != NULL)
		opt_refuse(&page, "options -x and -X exclude each other");
	open_job(&j, &o, argv + optind, argc - optind);
	run(&j);
	close_job(&j);
	return RC_OK;
}
