/* stem - appends the stem of each token (stem.1). */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/lang/fr/lang.h"
#include "lib/lang/fr/stemmer.h"
#include "lib/stream/vrt.h"
#include "lib/table/intern.h"
#include "segment/common/columns.h"

static const struct opt_page page = {
    "stem [-hqVvX] [-c column] [-o columns] [-x overrides] [file ...]",
    "add the stem of each token (Snowball French)", "c:o:x:XV"};

struct opts {
	const char *column;
	char *cols;            /* NULL: those that come in, and stem */
	const char *overrides; /* NULL: the bundled ones */
	bool plain;            /* no overrides */
};

enum {
	INLINE = 31,
	LONG = 0xFF
};

/* The stem of a form, as it is written; half a cache line. */
struct stem {
	char s[INLINE];
	uint8_t len; /* LONG: s holds a pointer to a NUL-ended string */
};

/* Frequent forms with their stems in one cache line each, in front of the
 * table of all forms: two compares instead of a hash and a search. */
enum {
	KEY = 16,
	N_NEAR = 8192
};

struct near {
	uint64_t key[2]; /* the form's bytes, zeros behind; 0 is free */
	struct stem stem;
	char pad[64 - KEY - sizeof(struct stem)];
};

struct job {
	struct vrt v;
	struct out o;
	struct stemmer stemmer;
	struct intern forms;
	struct stem *stems; /* by number of the form */
	struct near *front;
	size_t cap;
	size_t from; /* the column that is stemmed */
	int kind;    /* -1: no such column, everything is a word */
	struct columns cols;
	struct buf tmp;
	struct buf esc;
};

/* A form not seen before: form and stem as the stream writes them. */
static void
add_stem(struct job *j, uint32_t id, const char *s, size_t len)
{
	struct stem *e;
	const char *stem;

	j->tmp.len = 0;
	j->esc.len = 0;
	buf_mem(&j->tmp, "", 0); /* an empty form is a string too */
	vrt_plain(&j->tmp, s, len);
	stem = stemmer_stem(&j->stemmer, j->tmp.s, j->tmp.len, &len);
	vrt_escape(&j->esc, stem, len);
	j->stems =
	    mem_grow(j->stems, &j->cap, (size_t)id + 1, sizeof(*j->stems));
	e = &j->stems[id];
	if (j->esc.len <= INLINE) {
		memcpy(e->s, j->esc.s, j->esc.len);
		e->len = (uint8_t)j->esc.len;
	} else {
		char *p = mem_copy(j->esc.s, j->esc.len);

		memcpy(e->s, &p, sizeof(p));
		e->len = LONG;
	}
}

/* The stem of the form at s, by the table of all forms. */
static const struct stem *
find_stem(struct job *j, const char *s, size_t len)
{
	uint32_t n = j->forms.n;
	uint32_t id = intern_add(&j->forms, s, len);

	if (id == n)
		add_stem(j, id, s, len);
	return &j->stems[id];
}

/* The same by the front table; reads KEY bytes, which the slack allows. */
static inline const struct stem *
find_near(struct job *j, const char *s, size_t len)
{
	static const uint64_t mask[] = {~UINT64_C(0), ~UINT64_C(0), 0, 0};
	uint64_t key[2];
	uint64_t m[2];
	struct near *e;
	uint64_t h;

	if (len == 0 || len > KEY)
		return find_stem(j, s, len);
	memcpy(key, s, KEY);
	memcpy(m, (const char *)mask + KEY - len, KEY);
	key[0] &= m[0];
	key[1] &= m[1];
	h = (key[0] ^ key[1] * UINT64_C(0xD6E8FEB86659FD93)) *
	    UINT64_C(0x9E3779B97F4A7C15);
	e = &j->front[(h >> 40) % N_NEAR];
	if (e->key[0] != key[0] || e->key[1] != key[1]) {
		e->stem = *find_stem(j, s, len);
		memcpy(e->key, key, KEY);
	}
	return &e->stem;
}

static inline void
put_token(struct job *j)
{
	struct columns_text own[COLUMNS_OWN]; /* the second is not written */
	const struct stem *e;

	own->s = vrt_col(&j->v, j->from, &own->len);
	own[1] = own[0];
	if (j->kind >= 0) {
		size_t len;
		const char *kind = vrt_col(&j->v, (size_t)j->kind, &len);

		if (len != 1 || *kind != 'w') {
			columns_put(&j->cols, &j->v, &j->o, own);
			return;
		}
	}
	e = find_near(j, own->s, own->len);
	if (e->len != LONG) {
		own->s = e->s;
		own->len = e->len;
	} else {
		char *p;

		memcpy(&p, e->s, sizeof(p));
		own->s = p;
		own->len = strlen(p);
	}
	columns_put(&j->cols, &j->v, &j->o, own);
}

static void
run(struct job *j)
{
	for (;;) {
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
	vrt_close(&j->v);
	out_close(&j->o);
	stemmer_close(&j->stemmer);
	for (uint32_t i = 0; i < j->forms.n; i++)
		if (j->stems[i].len == LONG) {
			char *p;

			memcpy(&p, j->stems[i].s, sizeof(p));
			free(p);
		}
	intern_free(&j->forms);
	free(j->stems);
	free(j->front);
	buf_free(&j->tmp);
	buf_free(&j->esc);
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
	stemmer_open(&j->stemmer, path != NULL ? path : o->overrides);
	free(path);
	intern_open(&j->forms);
	j->front = mem_new(N_NEAR, sizeof(*j->front));
	vrt_open(&j->v, files, n, VRT_TOKENS);
	out_stdout(&j->o);
	j->from = vrt_column(&j->v, o->column);
	j->kind = vrt_has(&j->v, "kind");
	columns_own(&j->cols, "stem");
	columns_choose(&j->cols, &j->v, &j->o, o->cols, &page);
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
